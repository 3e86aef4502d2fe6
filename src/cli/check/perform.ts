import { relative } from 'node:path';
import { runChecks } from '../../checklist/run-checks.ts';
import type { OpenedLogs } from '../../evidence/logs/open.ts';
import { createRecorder } from '../../evidence/recorder.ts';
import type { Evidence, RunEvent, Summary } from '../../evidence/types.ts';
import { createTerminal } from '../../reports/terminal.ts';
import { CommandFailure, type Context } from '../context.ts';
import { toolName } from '../version.ts';
import type { LoadedRun } from './load.ts';
import { reportOptions } from './report-options.ts';
import { type PlannedReport, writeReports } from './reports.ts';
import type { CheckSettings } from './settings.ts';
import type { Subject } from './subject.ts';

/**
 * Runs loaded checks against a subject, shows them live and writes the reports. The evidence is gone afterwards: `use`
 * gets it while it is there.
 */
export async function perform<T>(
  loaded: LoadedRun,
  subject: Subject,
  settings: CheckSettings,
  bail: boolean,
  context: Context,
  use: (summary: Summary, evidence: Evidence) => T | Promise<T>,
): Promise<T> {
  await using opened = new AsyncDisposableStack();
  const recorder = opened.use(await createRecorder());
  const logs = await openLogSource(subject);
  if (logs) opened.defer(() => logs.close());
  const terminal = createTerminal({
    stream: context.stdout,
    env: context.env,
    language: settings.language,
    ...htmlPath(settings.reports, context.cwd),
  });
  const summary = await runChecks(loaded.plan, {
    target: subject.target,
    jobs: settings.jobs,
    inputs: settings.inputs,
    logs: () => logs,
    bail,
    signal: context.signal,
    tool: toolName(),
    emit: async (event: RunEvent) => {
      terminal.record(await recorder.record(event));
    },
  });
  const evidence = recorder.evidence();
  await writeReports(
    settings.reports,
    evidence,
    await reportOptions(loaded, evidence, settings, context.cwd),
  );
  for (const { path } of settings.reports) context.stdout.write(`  ${shortPath(path, context.cwd)}\n`);
  return await use(summary, evidence);
}

async function openLogSource({ logs }: Subject): Promise<OpenedLogs['source']> {
  if (logs.length === 0) return undefined;
  const { openLogs } = await import('../../evidence/logs/open.ts');
  const { source, problems } = await openLogs(logs);
  const [problem] = problems;
  if (problem) throw new CommandFailure(problem.message);
  return source;
}

function htmlPath(planned: readonly PlannedReport[], cwd: string): { readonly evidencePath?: string } {
  const html = planned.find(({ kind }) => kind.kind === 'html');
  return html ? { evidencePath: shortPath(html.path, cwd) } : {};
}

function shortPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short.startsWith('..') ? path : short;
}
