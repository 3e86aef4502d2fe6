import { Option } from 'commander';
import type { Level } from '../../gate/diff/types.ts';
import { collect, wholeNumber } from '../option-values.ts';
import type { DefineCommand } from '../program.ts';

/** What the command line of `diff` says. */
export interface DiffFlags {
  readonly format: string;
  readonly failOn: Level;
  readonly ignore?: string;
  readonly level: readonly string[];
  /** Days. */
  readonly notice?: number;
  readonly all?: boolean;
  readonly listRules?: boolean;
}

/** `sverka diff OLD NEW`: which change breaks a client. */
export const diffCommand: DefineCommand = (command, run) =>
  command
    .description(
      'Compare two OpenAPI documents and tell which change breaks a client, and how.\n' +
        'Exit code 0: none does. 1: one does. 2: nothing could be judged.',
    )
    .argument('[old]', 'file, URL or git:REV:path')
    .argument('[new]', 'file, URL or git:REV:path')
    .addOption(
      new Option('-f, --format <format>', 'how to tell')
        .choices(['text', 'json', 'markdown', 'github', 'gitlab', 'junit'])
        .default('text'),
    )
    .addOption(
      new Option('--fail-on <level>', 'this level and what is worse fails')
        .choices(['error', 'warning', 'info'])
        .default('error'),
    )
    .option(
      '--ignore <file>',
      'waivers: a YAML list of {id, location, reason, until?}; the gate’s may stand in it too',
    )
    .option('--level <rule=level>', 'error, warning or info for one rule (repeatable)', collect, [])
    .option(
      '--notice <days>',
      'who deprecates says when it goes, and gives clients so many days: without x-sunset, or with an earlier one, an error',
      wholeNumber(0, 10_000),
    )
    .option('--all', 'show what breaks nobody, too')
    .option('--list-rules', 'list the rules with their levels')
    .addHelpText('after', examples)
    .action((old: string | undefined, fresh: string | undefined, flags: DiffFlags) =>
      run(async (context) => {
        const { diff } = await import('../diff/diff.ts');
        return diff(old, fresh, flags, context);
      }),
    );

const examples = `
Examples:
  sverka diff git:origin/main:spec/api.yaml spec/api.yaml
  sverka diff https://api.example.com/openapi.json api.yaml --fail-on warning
  sverka diff old.yaml new.yaml --format markdown > CHANGES.md
  sverka diff old.yaml new.yaml --level response-property-enum-value-added=error`;
