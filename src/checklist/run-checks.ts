import { setMaxListeners } from 'node:events';
import { addVerdict, checksIn, isBad, NOTHING_YET } from '../evidence/summary.ts';
import type { CheckEvidence, LogSource, RunEvent, RunInfo, Summary } from '../evidence/types.ts';
import type { Values } from './expressions/types.ts';
import { createHttpClient } from './http/http-client.ts';
import type { Given } from './inputs/resolve-inputs.ts';
import type { Planned } from './plan.ts';
import { createDependencies, dependedOn } from './run/dependencies.ts';
import { createPlaces } from './run/places.ts';
import { type CheckRun, runCheck } from './run/run-check.ts';
import type { Session, Target } from './run/session.ts';

export type { Target } from './run/session.ts';

export interface RunOptions {
  readonly target: Target;
  /** Checks that run side by side; 8 unless given. */
  readonly jobs?: number;
  /** Values for the inputs of workflows, by name: they come before fresh values and defaults. */
  readonly inputs?: Values;
  /** How the log of the server behind a contract is read. Without it, checks about log lines are skipped. */
  readonly logs?: (contractId: string) => LogSource | undefined;
  /** No further checks are begun after the first that failed or is broken. */
  readonly bail?: boolean;
  /** Ends the run: open requests are dropped, no further checks are begun. */
  readonly signal?: AbortSignal;
  /** Milliseconds an answer may take where the step does not say (Arazzo 1.1 `timeout`); 30,000 unless given. */
  readonly timeoutMs?: number;
  /** Folder that findings name files from; without it they name them as they were loaded. */
  readonly folder?: string;
  /** What the head of a report calls the tool: `sverka 0.1.0`. */
  readonly tool?: string;
  /** Listens to the run. A promise it gives is waited for, so a slow listener slows the run and nothing piles up. */
  readonly emit: (event: RunEvent) => void | Promise<void>;
}

/**
 * Runs checks against a target and tells what happens by events. Never rejects for what the target does;
 * the verdicts are in the summary and in the `check-finished` events. Nothing of a check is kept once it is told.
 */
export async function runChecks(plan: readonly Planned[], options: RunOptions): Promise<Summary> {
  const from = performance.now();
  const info = {
    tool: options.tool ?? 'sverka',
    startedAt: new Date().toISOString(),
    target: options.target.name,
  };
  let counted = NOTHING_YET;
  const ending = new AbortController();
  // Loaded before the first request is timed, and only now: a dry run needs no judge.
  const { judge } = await import('../checks/registry.ts');
  const finish = async (check: CheckEvidence): Promise<void> => {
    counted = addVerdict(counted, check);
    if (options.bail && isBad(check)) ending.abort();
    await options.emit({ type: 'check-finished', check });
  };
  const given = await readGiven(options.inputs ?? {});
  const run = createRun(plan, options, { judge, given, finish });
  await options.emit({
    type: 'run-started',
    info: { ...info, interrupted: false },
    checks: plan.map(({ check }) => check),
  });
  try {
    await work(
      plan,
      options.jobs ?? 8,
      (planned) => run.perform(planned),
      () => ending.signal.aborted || isAborted(options),
    );
  } finally {
    run.close();
  }
  const summary = { ...counted, durationMs: performance.now() - from };
  const interrupted = checksIn(summary) < plan.length || isAborted(options);
  const finished: RunInfo = { ...info, interrupted };
  await options.emit({ type: 'run-finished', summary, info: finished });
  return summary;
}

/** Ajv is loaded only when there is something to judge by it. */
async function readGiven(values: Values): Promise<Given> {
  if (Object.keys(values).length === 0) return { values, judge: () => undefined };
  const { judgeInput } = await import('./inputs/judge-input.ts');
  return { values, judge: judgeInput };
}

function isAborted({ signal }: RunOptions): boolean {
  return signal?.aborted ?? false;
}

interface Run {
  perform(planned: Planned): Promise<void>;
  close(): void;
}

function createRun(
  plan: readonly Planned[],
  options: RunOptions,
  {
    judge,
    given,
    finish,
  }: Pick<Session, 'judge' | 'given'> & { readonly finish: (check: CheckEvidence) => Promise<void> },
): Run {
  const { target, timeoutMs = 30_000 } = options;
  const signal = ownSignal(options.signal);
  const client = createHttpClient(Math.max(1, options.jobs ?? 8), signal);
  const tell = async (planned: Planned): Promise<CheckRun> => {
    await options.emit({ type: 'check-started', id: planned.check.id });
    const run = await runCheck(planned, session);
    await finish(run.evidence);
    return run;
  };
  const dependencies = createDependencies(plan, { tell, quiet: (planned) => runCheck(planned, session) });
  const session: Session = {
    target,
    given,
    client,
    signal,
    timeoutMs,
    logs: (contractId) => options.logs?.(contractId),
    judge,
    dependency: (reference) => dependencies.run(reference),
    place: createPlaces(options.folder),
    dead: new Map(),
  };
  const needed = dependedOn(plan);
  return {
    async perform(planned) {
      if (needed.has(planned.workflow)) await dependencies.runPlanned(planned);
      else await tell(planned);
    },
    close: () => client.close(),
  };
}

/** A signal of the run's own: any number of waiting steps may listen to it without a warning. */
function ownSignal(given: AbortSignal | undefined): AbortSignal {
  const signal = given ? AbortSignal.any([given]) : new AbortController().signal;
  setMaxListeners(0, signal);
  return signal;
}

/** Takes the items one after another, `jobs` at a time, until all are done or `stopped` says so. */
async function work<T>(
  items: readonly T[],
  jobs: number,
  perform: (item: T) => Promise<void>,
  stopped: () => boolean,
): Promise<void> {
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) {
      if (stopped()) return;
      await perform(item);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(jobs, items.length)) }, worker));
}
