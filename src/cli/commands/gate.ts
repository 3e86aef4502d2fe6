import { Option } from 'commander';
import type { GateFlags } from '../gate/flags.ts';
import { collect } from '../option-values.ts';
import type { DefineCommand } from '../program.ts';

/** `sverka gate`: the verdict of CI. */
export const gateCommand: DefineCommand = (command, run) =>
  command
    .description(
      'One verdict before a merge: lint, breaking changes since the base, checks, coverage of the documented\n' +
        'answers, parity of target and mock, statements without a check, and waivers that no longer hold.\n' +
        'Exit code 0: all agreed. 1: a finding. 2: something could not be judged.',
    )
    .option(
      '-b, --base <revision>',
      'git revision to compare with (default: of the pull request, else HEAD~1)',
    )
    .option('-t, --target <url>', 'base URL, contract=URL, or "documented" (repeatable)', collect, [])
    .option(
      '--database <name>',
      'for the server started here: sqlite, postgres, or a postgres:// URL',
      'sqlite',
    )
    .option('-i, --input <name=value>', 'an input of the checklists (repeatable)', collect, [])
    .option('--logs <file>', 'the target’s log: file, folder or glob (repeatable)', collect, [])
    .option('--logs-command <command>', 'the target’s log, as printed by: docker logs -f api')
    .option('--logs-url <url>', 'the target’s log, as answered by a URL')
    .option(
      '--skip <part>',
      'leave out lint, diff, checks, coverage, parity or trace (repeatable)',
      collect,
      [],
    )
    .addOption(
      new Option('--fail-on <level>', 'level of a change that fails (default: error)').choices([
        'error',
        'warning',
        'info',
      ]),
    )
    .option('--waivers <file>', 'known findings with their reasons (default: sverka.waivers.yaml)')
    .option('-o, --out <folder>', 'where the reports go (default: sverka-report)')
    .option(
      '-r, --report <kind[=path]>',
      'reports of the checks, as sverka check has them (repeatable)',
      collect,
      [],
    )
    .addOption(
      new Option('--lang <language>', 'language of the run and the reports of the checks').choices([
        'en',
        'ru',
      ]),
    )
    .option('-c, --config <file>', 'configuration (default: sverka.config.yaml)')
    .addHelpText('after', examples)
    .action((flags: GateFlags) =>
      run(async (context) => {
        const { gate } = await import('../gate/gate.ts');
        return gate(flags, context);
      }),
    );

const examples = `
Examples:
  sverka gate --base origin/main
  sverka gate --base origin/main --target http://localhost:8000 --input token=$TOKEN
  sverka gate --skip checks --skip coverage       documents only, no server`;
