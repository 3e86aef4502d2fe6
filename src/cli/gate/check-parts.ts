import { formatPosition } from '../../contract/finding.ts';
import { locate } from '../../contract/locate.ts';
import { seenFrom } from '../../contract/source/location.ts';
import type { Contract } from '../../contract/types.ts';
import { checksIn } from '../../evidence/summary.ts';
import type { CheckEvidence, Evidence, Summary } from '../../evidence/types.ts';
import { measureCoverage, type Outcome } from '../../gate/coverage.ts';
import type { GateFinding, Part } from '../../gate/verdict.ts';
import { loadRun } from '../check/load.ts';
import { perform } from '../check/perform.ts';
import { positionsOf } from '../check/report-options.ts';
import { makeFolders } from '../check/reports.ts';
import { settle } from '../check/settings.ts';
import { openSubject } from '../check/subject.ts';
import type { GateFlags } from '../commands/gate.ts';
import type { LoadedConfig } from '../config/load.ts';
import type { Context } from '../context.ts';
import { parityPart } from './parity-part.ts';
import { leftOut, orBroken } from './parts.ts';

/**
 * Runs the checks, and says what they found, which documented answers they never saw, and where a mock of the same
 * contracts answers otherwise.
 */
export async function checkParts(
  flags: GateFlags,
  skip: ReadonlySet<string>,
  config: LoadedConfig,
  context: Context,
): Promise<readonly Part[]> {
  const settings = settle(flags, config, context);
  const loaded = await loadRun([], { grep: undefined, tags: [] }, config, context);
  await makeFolders(settings.reports);
  await using opened = new AsyncDisposableStack();
  const subject = await openSubject(settings.targets, settings.logs, loaded.contracts, flags, context);
  opened.defer(() => subject.close());
  const look = (name: 'coverage' | 'parity', work: () => Promise<Part>): Promise<Part> =>
    skip.has(name)
      ? Promise.resolve(leftOut(name, 'left out'))
      : work().catch((error) => orBroken(name, error));
  return await perform(loaded, subject, settings, context, async (summary, evidence) => [
    await checksPart(summary, evidence, await positionsOf(loaded.plan, evidence, context.cwd)),
    await look('coverage', () => coveragePart(loaded.contracts, evidence, context.cwd)),
    await look('parity', () => parityPart(loaded, evidence, settings, context)),
  ]);
}

async function checksPart(
  summary: Summary,
  evidence: Evidence,
  positionOf: Awaited<ReturnType<typeof positionsOf>>,
): Promise<Part> {
  const seen = `${checksIn(summary)} checks`;
  const part = { name: 'checks', seen, advice: 'look at the report of the run' } as const;
  if (evidence.info.interrupted) return { ...part, kind: 'broken', reason: 'the run was ended early' };
  const findings: GateFinding[] = [];
  let broken: CheckEvidence | undefined;
  for await (const check of evidence.checks()) {
    if (check.verdict === 'broken') broken ??= check;
    if (check.verdict !== 'failed') continue;
    const [first, ...others] = check.findings;
    const more = others.length > 0 ? ` (and ${others.length} more)` : '';
    const position = positionOf(check);
    findings.push({
      id: first?.id ?? 'check-failed',
      message: `${check.id}: ${first?.message ?? check.summary}${more}`,
      // Where the check is written, so that an annotation lands there; its id when nobody can tell.
      location: position ? formatPosition(position) : check.id,
      names: [check.id],
    });
  }
  if (broken)
    return {
      ...part,
      kind: 'broken',
      reason: `${summary.broken} could not be judged; ${broken.id}: ${broken.reason ?? ''}`,
    };
  return { ...part, kind: 'judged', findings };
}

async function coveragePart(contracts: readonly Contract[], evidence: Evidence, cwd: string): Promise<Part> {
  const { documented, missing } = await measureCoverage(contracts, evidence.checks());
  return {
    name: 'coverage',
    seen: `${documented - missing.length} of ${documented} documented answers seen`,
    advice: 'write a check that asks for the answer, or waive it with its reason',
    kind: 'judged',
    findings: await Promise.all(missing.map((outcome) => notSeen(outcome, cwd))),
  };
}

async function notSeen(
  { operation, status, call, tags, contract, pointer }: Outcome,
  cwd: string,
): Promise<GateFinding> {
  const origin = contract.origin(pointer);
  const position = await locate(origin.file, origin.pointer);
  return {
    id: 'answer-not-seen',
    message: `no check saw ${call} answer ${status}`,
    location: position ? seenFrom(cwd, formatPosition(position)) : `${operation} ${status}`,
    // One reason may hold for all: `413`, `auth-v1`, `auth-v1 413`, `auth-v1 sessions` (a tag), `auth-v1.login`, …
    names: [
      `${operation} ${status}`,
      operation,
      ...[status, ...tags].map((each) => `${contract.id} ${each}`),
      contract.id,
      status,
    ],
  };
}
