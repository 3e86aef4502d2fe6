import { type Command, Option } from 'commander';
import { collect } from '../option-values.ts';

/** What `check` and `gate` have in common, as commander parsed it: a run, what it is run against, and what it leaves. */
export interface RunFlags {
  readonly target: readonly string[];
  readonly database: string;
  readonly logs: readonly string[];
  readonly logsCommand?: string;
  readonly logsUrl?: string;
  readonly input: readonly string[];
  readonly out?: string;
  readonly report: readonly string[];
  readonly lang?: 'en' | 'ru';
  readonly config?: string;
}

/** Adds the options of both commands. */
export function addRunOptions(command: Command): Command {
  return command
    .option('-t, --target <url>', 'base URL, contract=URL, or "documented" (repeatable)', collect, [])
    .option(
      '--database <name>',
      'for the server started here: sqlite, postgres, or a postgres:// URL',
      'sqlite',
    )
    .option('--logs <file>', 'the target’s log: file, folder or glob (repeatable)', collect, [])
    .option('--logs-command <command>', 'the target’s log, as printed by: docker logs -f api')
    .option('--logs-url <url>', 'the target’s log, as answered by a URL')
    .option('-i, --input <name=value>', 'an input of the checklists (repeatable)', collect, [])
    .option('-o, --out <folder>', 'where the reports go (default: sverka-report)')
    .option(
      '-r, --report <kind[=path]>',
      'json, html, markdown, junit, har, github, github-summary (repeatable)',
      collect,
      [],
    )
    .addOption(
      new Option('--lang <language>', 'language of the terminal and of the reports for people').choices([
        'en',
        'ru',
      ]),
    );
}
