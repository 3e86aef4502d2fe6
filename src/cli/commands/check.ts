import { addRunOptions, type RunFlags } from '../check/run-options.ts';
import { collect, wholeNumber } from '../option-values.ts';
import type { DefineCommand } from '../program.ts';

/** What the command line of `check` says. */
export interface CheckFlags extends RunFlags {
  readonly grep?: string;
  readonly tag: readonly string[];
  readonly jobs?: number;
  readonly bail?: boolean;
  readonly watch?: boolean;
  readonly dryRun?: boolean;
  readonly listReports?: boolean;
}

/** `sverka check [checklist…]`: runs checklists and writes the reports. */
export const checkCommand: DefineCommand = (command, run) =>
  addRunOptions(
    command
      .description(
        'Run checklists (Arazzo documents) as contract tests and keep evidence for every check.\n' +
          'Without --target a server is started for the run, on a free port and an in-memory database.',
      )
      .argument(
        '[checklist...]',
        'files, globs or ids; without one, the configuration’s, or spec/checklists/*.arazzo.yaml',
      ),
  )
    .option('-g, --grep <text>', 'only checks whose id, summary or description contains it; /…/ is a pattern')
    .option('--tag <tag>', 'only checks with this tag; of several, with any (repeatable)', collect, [])
    .option('-j, --jobs <n>', 'checks at a time (default: 8 a core)', wholeNumber(1, 256))
    .option('--bail', 'stop at the first check that does not pass')
    .option('--watch', 'run again when a checklist or contract changes')
    .option('--dry-run', 'list the checks, send nothing')
    .option('--list-reports', 'list the kinds of report')
    .option('-c, --config <file>', 'configuration (default: sverka.config.yaml)')
    .addHelpText('after', examples)
    .action((checklists: string[], flags: CheckFlags) =>
      run(async (context) => {
        const { check } = await import('../check/check.ts');
        return check(checklists, flags, context);
      }),
    );

const examples = `
Examples:
  sverka check                                             against a server started for it
  sverka check --target http://localhost:8000 --logs logs/
  sverka check --target documented --grep refresh          where the documents say, some checks
  sverka check --grep login --watch                        again and again, while you work
  sverka check shop.arazzo.yaml --target shop=https://shop.test/api --report junit=out.xml

With one contract --target is its base URL; with several, each is looked for under /{contract id} of it.
Exit codes: 0 all agreed · 1 a finding · 2 could not judge · 130 ended by Ctrl-C`;
