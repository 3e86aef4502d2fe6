import type { LintFlags } from '../lint/lint.ts';
import type { DefineCommand } from '../program.ts';

/** `sverka lint`: documents as documents. */
export const lintCommand: DefineCommand = (command, run) =>
  command
    .description(
      'Lint contracts and checklists: mistakes with file, line and column. Exit code 1 when there are any.',
    )
    .argument(
      '[document...]',
      'files, globs or ids; without one, all contracts and checklists of the configuration',
    )
    .option('--warnings', 'a warning is a failure too')
    .option('-c, --config <file>', 'configuration (default: sverka.config.yaml)')
    .addHelpText('after', examples)
    .action((documents: string[], flags: LintFlags) =>
      run(async (context) => {
        const { lint } = await import('../lint/lint.ts');
        return lint(documents, flags, context);
      }),
    );

const examples = `
The rules are those of redocly.yaml; without that file, Redocly's recommended ones, matters of taste as warnings.

Examples:
  sverka lint
  sverka lint api.yaml checklists/*.arazzo.yaml
  sverka lint --warnings                   for CI that wants no warning either`;
