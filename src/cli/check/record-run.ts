import { type RunOptions, runChecks } from '../../checklist/run-checks.ts';
import type { OpenedLogs } from '../../evidence/logs/open.ts';
import { createRecorder } from '../../evidence/recorder.ts';
import type { Evidence, RunEvent, Summary } from '../../evidence/types.ts';
import { CommandFailure } from '../context.ts';
import { toolName } from '../version.ts';
import type { LoadedRun } from './load.ts';
import type { Subject } from './subject.ts';

export interface RecordOptions extends Pick<RunOptions, 'jobs' | 'inputs' | 'bail' | 'signal' | 'folder'> {
  /** Told of every event, secrets masked. */
  readonly listen?: (event: RunEvent) => void;
}

/** Runs loaded checks against a subject. The evidence is gone afterwards: `use` gets it while it is there. */
export async function recordRun<T>(
  { plan }: Pick<LoadedRun, 'plan'>,
  subject: Subject,
  { listen, ...options }: RecordOptions,
  use: (summary: Summary, evidence: Evidence) => T | Promise<T>,
): Promise<T> {
  await using opened = new AsyncDisposableStack();
  const recorder = opened.use(await createRecorder(options));
  const logs = await openLogSource(subject);
  if (logs) opened.defer(() => logs.close());
  const summary = await runChecks(plan, {
    ...options,
    target: subject.target,
    logs: () => logs,
    tool: toolName(),
    emit: async (event: RunEvent) => {
      const recorded = await recorder.record(event);
      listen?.(recorded);
    },
  });
  return await use(summary, recorder.evidence());
}

async function openLogSource({ logs }: Subject): Promise<OpenedLogs['source']> {
  if (logs.length === 0) return undefined;
  const { openLogs } = await import('../../evidence/logs/open.ts');
  const { source, problems } = await openLogs(logs);
  const [problem] = problems;
  if (problem) throw new CommandFailure(problem.message);
  return source;
}
