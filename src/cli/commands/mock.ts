import { Option } from 'commander';
import type { Spare } from '../mock/flags.ts';
import { addSharedOptions, mockOptions, type SharedFlags } from '../mock/shared-options.ts';
import { wholeNumber } from '../option-values.ts';
import type { DefineCommand } from '../program.ts';

/** Flags of `mock` alone. */
export interface MockFlags extends SharedFlags {
  readonly validate: boolean;
  readonly security: boolean;
  readonly echo: boolean;
  readonly stateless?: boolean;
  readonly callbacks: 'local' | 'any' | false;
  readonly latency?: number;
  readonly implementation: boolean;
  readonly engine: 'sverka' | 'prism';
  readonly logs?: string;
}

/** `sverka mock [document…]`: serves until it is interrupted. */
export const mockCommand: DefineCommand = (command, run) => {
  const spare: Spare = [];
  command
    .description(
      'Serve a mock of OpenAPI documents (2.0 to 3.2) or Postman collections: files, globs or URLs.',
    )
    .argument(
      '[document...]',
      'documents; without one, those of the configuration or of this folder, else those of this package',
    );
  addSharedOptions(command, spare);
  return command
    .option('--no-validate', 'do not check requests')
    .option('--no-security', 'do not ask for credentials')
    .option('--no-echo', 'do not copy request values into generated responses')
    .option('--stateless', 'do not remember what was created, changed or deleted')
    .addOption(
      new Option(
        '--callbacks <where>',
        'send documented callbacks to this machine and private networks, or to any',
      )
        .choices(['local', 'any'])
        .default('local'),
    )
    .option('--no-callbacks', 'do not send them')
    .option('--latency <milliseconds>', 'let every response wait', wholeNumber(0, 60_000))
    .option('--no-implementation', 'answer from the documents alone where the real server could')
    .option('--logs <folder>', 'folder for the log files of the real server')
    .addOption(
      new Option(
        '--engine <name>',
        'what answers: this mock, or Prism behind it, once @stoplight/prism-cli is installed',
      )
        .choices(['sverka', 'prism'])
        .default('sverka'),
    )
    .addHelpText('after', help)
    .action((documents: string[], flags: MockFlags) =>
      run(async (context) => {
        const { serveMocks } = await import('../mock/serve-mock.ts');
        const options = {
          ...mockOptions(flags),
          validate: flags.validate,
          security: flags.security,
          echo: flags.echo,
          state: flags.stateless !== true,
          latency: flags.latency ?? 0,
        };
        await serveMocks([...documents, ...spare], flags, options, context);
        return 0;
      }),
    );
};

const help = `
Ask for a response with the header Prefer (or, in the query, __code, __example, __dynamic, …):
  Prefer: code=404            the documented 404          Prefer: example=cat     the example of that name
  Prefer: dynamic=true        drawn from the schema       Prefer: seed=7          always the same draw
  Prefer: items=5             arrays of that length       Prefer: delay=800       after 800 ms
  Prefer: fault=timeout       or reset, malformed         Prefer: explain         why this response

Examples:
  sverka mock api.yaml                              a mock, and its console at /_sverka/
  sverka mock catalog.yaml orders.yaml --port 0     several, each below /{id} too
  sverka mock api.yaml --dynamic --latency 300      generated values, a slow network`;
