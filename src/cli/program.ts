import { Command, type Option } from 'commander';
import type { Context, ExitCode } from './context.ts';

/** Runs a command's work with the context and keeps its exit code. Handed to every command definition. */
export type Run = (work: (context: Context) => Promise<ExitCode>) => Promise<void>;

/** Fills an empty commander command with arguments, options, help and an action that calls `run`. */
export type DefineCommand = (command: Command, run: Run) => Command;

interface Entry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<DefineCommand>;
  /** `-h` is its host, as Prism's users type it; `--help` is help everywhere. */
  readonly hasHost?: boolean;
}

// Loaded one at a time: `sverka check` must not pay for what the mock or the server imports.
const entries: readonly Entry[] = [
  {
    name: 'check',
    summary: 'run checklists as contract tests and keep evidence',
    load: async () => (await import('./commands/check.ts')).checkCommand,
  },
  {
    name: 'mock',
    summary: 'serve a mock of one or several OpenAPI documents',
    load: async () => (await import('./commands/mock.ts')).mockCommand,
    hasHost: true,
  },
  {
    name: 'proxy',
    summary: 'forward to a real server and report where it breaks the contract',
    load: async () => (await import('./commands/proxy.ts')).proxyCommand,
    hasHost: true,
  },
  {
    name: 'serve',
    summary: 'run the server that implements the contracts',
    load: async () => (await import('./commands/serve.ts')).serveCommand,
  },
  {
    name: 'migrate',
    summary: 'bring the database up to date, or tell what is missing',
    load: async () => (await import('./commands/migrate.ts')).migrateCommand,
  },
  {
    name: 'gate',
    summary: 'one verdict for CI: lint, breaking changes, checks, coverage, parity, trace',
    load: async () => (await import('./commands/gate.ts')).gateCommand,
  },
  {
    name: 'diff',
    summary: 'tell which change between two OpenAPI documents breaks a client',
    load: async () => (await import('./commands/diff.ts')).diffCommand,
  },
  {
    name: 'lint',
    summary: 'lint contracts and checklists',
    load: async () => (await import('./commands/lint.ts')).lintCommand,
  },
  {
    name: 'trace',
    summary: 'show which check proves which documented statement',
    load: async () => (await import('./commands/trace.ts')).traceCommand,
  },
  {
    name: 'types',
    summary: 'generate TypeScript types and the unified document',
    load: async () => (await import('./commands/types.ts')).typesCommand,
  },
  {
    name: 'init',
    summary: 'begin with an API of yours: configuration and first checklist',
    load: async () => (await import('./commands/init.ts')).initCommand,
  },
];

/**
 * The whole command line. Only the command that `argv` asks for is loaded in full; the others stand in the help with
 * their one-line summaries.
 */
export async function createProgram(argv: readonly string[], version: string, run: Run): Promise<Command> {
  const program = new Command('sverka')
    .description('Contract tests and a mock server from OpenAPI and Arazzo documents.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: false, optionDescription })
    .addHelpText('after', examples);
  const asked = argv.filter((word) => !word.startsWith('-')).slice(0, 2);
  for (const entry of entries) {
    const help = entry.hasHost ? '--help' : '-h, --help';
    const command = program.command(entry.name).summary(entry.summary).helpOption(help, 'show help');
    if (asked.includes(entry.name)) (await entry.load())(command, run);
  }
  return program;
}

/** `format (text, json; default: text)`: without quotes, without what an option means when it is given no value. */
function optionDescription({ description, argChoices, defaultValue, negate }: Option): string {
  const choices = argChoices?.join(', ') ?? '';
  const isSaid = defaultValue === undefined || negate || Array.isArray(defaultValue);
  const extra = [choices, isSaid ? '' : `default: ${defaultValue}`].filter((text) => text !== '').join('; ');
  return extra === '' ? description : `${description} (${extra})`;
}

const examples = `
Examples:
  sverka check                                   every checklist against a server started for it
  sverka check --target http://localhost:8000    … against one that already runs
  sverka mock api.yaml                           a mock of any OpenAPI document
  sverka proxy api.yaml https://api.example.com  watch a real API keep its contract
  sverka gate --base origin/main                 one verdict on a branch
  sverka init openapi.yaml                       begin with an API of yours

Exit codes: 0 all agreed · 1 a finding · 2 could not judge (target down, bad document, bad usage)`;
