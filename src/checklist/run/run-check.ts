import type { Finding } from '../../contract/finding.ts';
import type { CheckEvidence } from '../../evidence/types.ts';
import type { Planned } from '../plan.ts';
import { newCheckState } from './check-state.ts';
import type { Stop, WorkflowEnd } from './outcome.ts';
import { type Logged, readLogs } from './read-logs.ts';
import { runWorkflow } from './run-workflow.ts';
import type { Session } from './session.ts';

/** A finished check: its evidence, and what workflows that depend on it need of it. */
export interface CheckRun {
  readonly evidence: CheckEvidence;
  readonly end: WorkflowEnd;
}

/** Runs one check to its verdict. */
export async function runCheck({ check, workflow }: Planned, session: Session): Promise<CheckRun> {
  const from = performance.now();
  const state = newCheckState(session, runWorkflow);
  const end = await runWorkflow(workflow, {}, state);
  const logged = await readLogs(state);
  const findings = [...end.findings, ...state.automatic, ...logged.findings];
  const judged = decideVerdict(findings, end.stop, logged, session);
  const durationMs = performance.now() - from;
  return { end, evidence: { ...check, ...judged, exchanges: logged.exchanges, durationMs } };
}

type Judged = Pick<CheckEvidence, 'verdict' | 'reason' | 'findings'>;

/** A finding is a failure whatever stopped the check afterwards; what stopped it is then told as a finding too. */
function decideVerdict(
  findings: readonly Finding[],
  stop: Stop | undefined,
  logged: Logged,
  session: Session,
): Judged {
  const halt = stop && describeStop(stop, session);
  if (findings.length > 0)
    return { verdict: 'failed', findings: halt ? [...findings, asFinding(halt.reason)] : findings };
  if (halt) return { ...halt, findings };
  if (logged.unread !== undefined) return { verdict: 'skipped', reason: logged.unread, findings };
  return { verdict: 'passed', findings };
}

/** The first check to find nobody listening is broken; the others are skipped, so that the trouble is told once. */
function describeStop(
  stop: Stop,
  { dead }: Session,
): { readonly verdict: 'broken' | 'skipped'; readonly reason: string } {
  if (stop.kind !== 'unreachable') return { verdict: stop.kind, reason: stop.reason };
  if (dead.has(stop.base)) return { verdict: 'skipped', reason: `not run: ${stop.reason}` };
  dead.set(stop.base, stop.reason);
  return { verdict: 'broken', reason: stop.reason };
}

function asFinding(reason: string): Finding {
  return { id: 'check-stopped', message: `the check stopped here: ${reason}`, location: '' };
}
