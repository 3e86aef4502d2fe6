import { Option } from 'commander';
import type { Level } from '../../gate/diff/types.ts';
import { addRunOptions, type RunFlags } from '../check/run-options.ts';
import { partWords } from '../gate/parts.ts';
import { collect } from '../option-values.ts';
import type { DefineCommand } from '../program.ts';

/** What the command line of `gate` says. */
export interface GateFlags extends RunFlags {
  readonly base?: string;
  readonly skip: readonly string[];
  readonly failOn?: Level;
  readonly waivers?: string;
}

/** `sverka gate`: the verdict of CI. */
export const gateCommand: DefineCommand = (command, run) =>
  addRunOptions(
    command
      .description(
        'One verdict before a merge: lint, breaking changes since the base, checks, coverage of the documented ' +
          'answers, parity of target and mock, statements without a check, and waivers that no longer hold.\n' +
          'Exit code 0: all agreed. 1: a finding. 2: something could not be judged.',
      )
      .option(
        '-b, --base <revision>',
        'git revision to compare with (default: of the pull request, else HEAD~1)',
      ),
  )
    .option('--skip <part>', `leave out ${partWords.join(', ')} (repeatable)`, collect, [])
    .addOption(
      new Option(
        '--fail-on <level>',
        'this level of change and what is worse fails; unless said, error',
      ).choices(['error', 'warning', 'info']),
    )
    .option('--waivers <file>', 'known findings with their reasons (default: sverka.waivers.yaml)')
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
