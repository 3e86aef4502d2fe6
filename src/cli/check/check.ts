import { relative } from 'node:path';
import { runChecks } from '../../checklist/run-checks.ts';
import type { OpenedLogs } from '../../evidence/logs/open.ts';
import { createRecorder } from '../../evidence/recorder.ts';
import type { RunEvent, Summary } from '../../evidence/types.ts';
import { reports } from '../../reports/registry.ts';
import { createTerminal } from '../../reports/terminal.ts';
import { type LoadedConfig, loadConfig } from '../config/load.ts';
import { CommandFailure, type Context, type ExitCode } from '../context.ts';
import { toolName } from '../version.ts';
import { printPlan } from './dry-run.ts';
import type { CheckFlags } from './flags.ts';
import { type LoadedRun, loadRun } from './load.ts';
import { reportOptions } from './report-options.ts';
import { makeFolders, type PlannedReport, writeReports } from './reports.ts';
import { type CheckSettings, settle } from './settings.ts';
import { openSubject, type Subject } from './subject.ts';

/** `sverka check`: load, choose a target, run, report. Exit code by the worst verdict. */
export async function check(
  named: readonly string[],
  flags: CheckFlags,
  context: Context,
): Promise<ExitCode> {
  if (flags.listReports) return listReports(context);
  const config = await loadConfig(context.cwd, flags.config);
  if (!flags.watch) return (await checkOnce(named, flags, config, context)).code;
  const { watchChecks } = await import('./watch.ts');
  return watchChecks(() => checkOnce(named, flags, config, context), context);
}

/** One run, and the files that would change its outcome. */
export interface Checked {
  readonly code: ExitCode;
  readonly files: readonly string[];
}

async function checkOnce(
  named: readonly string[],
  flags: CheckFlags,
  config: LoadedConfig,
  context: Context,
): Promise<Checked> {
  const settings = settle(flags, config, context);
  const loaded = await loadRun(named, { grep: settings.grep, tags: flags.tag }, config, context);
  if (flags.dryRun) {
    printPlan(loaded.plan, context);
    return { code: 0, files: loaded.files };
  }
  await makeFolders(settings.reports);
  await using opened = new AsyncDisposableStack();
  const subject = await openSubject(settings.targets, settings.logs, loaded.contracts, flags, context);
  opened.defer(() => subject.close());
  return { code: await perform(loaded, subject, settings, flags, context), files: loaded.files };
}

async function perform(
  loaded: LoadedRun,
  subject: Subject,
  settings: CheckSettings,
  flags: CheckFlags,
  context: Context,
): Promise<ExitCode> {
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
    bail: flags.bail ?? false,
    signal: context.signal,
    tool: toolName(),
    emit: async (event: RunEvent) => {
      terminal.record(await recorder.record(event));
    },
  });
  const evidence = recorder.evidence();
  await writeReports(settings.reports, evidence, await reportOptions(loaded, evidence, settings));
  for (const { path } of settings.reports) context.stdout.write(`  ${shortPath(path, context.cwd)}\n`);
  return context.signal.aborted ? 130 : verdictCode(summary);
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

/** A finding is 1; what could not be judged is 2, and goes first: nobody knows what else it hides. */
function verdictCode({ failed, broken }: Summary): ExitCode {
  if (broken > 0) return 2;
  return failed > 0 ? 1 : 0;
}

function listReports({ stdout }: Context): ExitCode {
  const width = Math.max(...reports.map(({ kind }) => kind.length));
  for (const { kind, fileName, description } of reports) {
    stdout.write(`${kind.padEnd(width)}  ${description} (${fileName})\n`);
  }
  return 0;
}
