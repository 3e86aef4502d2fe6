import { type Command, Option } from 'commander';
import type { MockOptions } from '../../../mock/options.ts';
import { wholeNumber } from '../option-values.ts';
import { addSwitch, type Spare, type Verbosity, verbosities } from './flags.ts';

/** What `mock` and `proxy` have in common, as commander parsed it. */
export interface SharedFlags {
  readonly port?: number;
  readonly host?: string;
  readonly cors?: boolean;
  readonly errors?: boolean;
  readonly verboseLevel: Verbosity;
  readonly quiet?: boolean;
  readonly dynamic?: boolean;
  readonly ignoreExamples?: boolean;
  readonly seed?: string;
  readonly jsonSchemaFakerFillProperties?: boolean;
  readonly items?: number;
  readonly basePath?: true | string;
  readonly strict?: boolean;
  readonly watch: boolean;
  readonly config?: string;
  /** True when asked for, false when refused. */
  readonly console?: boolean;
}

/** Adds the options of both commands; the short ones are those of Prism. */
export function addSharedOptions(command: Command, spare: Spare): void {
  command.option(
    '-p, --port <number>',
    'port to listen on, 0 for a free one (default: 4010)',
    wholeNumber(0, 65_535),
  );
  command.option('-h, --host <address>', 'address to listen on (default: 127.0.0.1)');
  addSwitch(command, '--cors', 'answer CORS requests (default: true)', spare);
  addSwitch(command, '--errors', 'answer 500 instead of a response that breaks the contract', spare);
  addSwitch(command, '-d, --dynamic', 'draw values from the schemas instead of sending examples', spare);
  addSwitch(command, '--ignoreExamples', 'sample the schemas as if there were no examples', spare);
  command.option('--seed <text>', 'the same seed draws the same values');
  command.option('--items <number>', 'length of generated arrays', wholeNumber(0, 1000));
  addSwitch(
    command,
    '--json-schema-faker-fillProperties',
    'draw properties that schemas allow without naming',
    spare,
  );
  const basePath = 'serve below the paths of the documented server URLs, or below this path';
  command.addOption(
    new Option('--base-path [path]', basePath).argParser((word: string) => {
      if (!/\.(ya?ml|json)$|^https?:/i.test(word)) return word;
      // A document, as in `mock --base-path api.yaml`.
      spare.push(word);
      return true;
    }),
  );
  command.addOption(
    new Option('-v, --verboseLevel <level>', 'how much to tell').choices(verbosities).default('info'),
  );
  command.option('-q, --quiet', 'tell nothing about single requests');
  command.option('--strict', 'refuse documents with mistakes');
  command.option('--no-watch', 'do not reload when a document changes');
  command.option('--console', 'let other machines use the console too');
  command.option('--no-console', 'no console and no control API');
  command.option('-c, --config <file>', 'configuration (default: sverka.config.yaml)');
  // Prism forks a process for its logs; there is nothing to fork here, but scripts still say it.
  addSwitch(command, '-m, --multiprocess', 'accepted for compatibility, does nothing', spare);
  command.options.find(({ long }) => long === '--multiprocess')?.hideHelp();
}

/** The flags that decide how the mock answers. */
export function mockOptions(flags: SharedFlags): MockOptions {
  const { basePath } = flags;
  return {
    dynamic: flags.dynamic ?? false,
    ignoreExamples: flags.ignoreExamples ?? false,
    errors: flags.errors ?? false,
    cors: flags.cors ?? true,
    console: flags.console !== false,
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
    ...(flags.items === undefined ? {} : { items: flags.items }),
    ...(flags.jsonSchemaFakerFillProperties === undefined
      ? {}
      : { fillProperties: flags.jsonSchemaFakerFillProperties }),
    ...(basePath === undefined
      ? {}
      : { basePath: basePath === true ? 'servers' : `/${basePath.replace(/^\/+|\/+$/g, '')}` }),
  };
}
