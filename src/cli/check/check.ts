import { unknownInputs } from '../../checklist/plan.ts';
import type { Summary } from '../../evidence/types.ts';
import { reports } from '../../reports/registry.ts';
import type { CheckFlags } from '../commands/check.ts';
import { type LoadedConfig, loadConfig } from '../config/load.ts';
import type { Context, ExitCode } from '../context.ts';
import { printPlan } from './dry-run.ts';
import { loadRun } from './load.ts';
import { perform } from './perform.ts';
import { makeFolders } from './reports.ts';
import { settle } from './settings.ts';
import { openSubject } from './subject.ts';

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
  for (const complaint of unknownInputs(loaded.all, Object.keys(settings.inputs))) {
    context.stderr.write(`warning: ${complaint}\n`);
  }
  if (flags.dryRun) {
    printPlan(loaded.plan, Object.keys(settings.inputs), context);
    return { code: 0, files: loaded.files };
  }
  await makeFolders(settings.reports);
  await using opened = new AsyncDisposableStack();
  const subject = await openSubject(settings.targets, settings.logs, loaded.contracts, flags, context);
  opened.defer(() => subject.close());
  // Ended before anything ran: the reports of the last run are worth more than empty ones.
  if (context.signal.aborted) return { code: 130, files: loaded.files };
  const code = await perform(loaded, subject, settings, context, verdictCode);
  return { code: context.signal.aborted ? 130 : code, files: loaded.files };
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
