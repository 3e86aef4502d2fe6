import { type Command, CommanderError } from 'commander';
import { messageOf } from '../node/message-of.ts';
import { createPaint, eachLine } from '../reports/terminal/style.ts';
import { CommandFailure, type Context, type ExitCode } from './context.ts';
import { createProgram } from './program.ts';
import { version } from './version.ts';

/**
 * The command line as a function: arguments and a context in, an exit code out. Never throws: what is expected to fail
 * is one sentence on stderr and exit code 2, and so is a defect of ours, with a request to report it.
 */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  let code: ExitCode = 0;
  try {
    const program = await createProgram(argv, version(), async (work) => {
      code = await work(context);
    });
    for (const command of [program, ...program.commands]) {
      command.exitOverride().configureOutput({
        writeOut: (text) => context.stdout.write(text),
        writeErr: (text) => context.stderr.write(text),
        outputError: (text, write) => write(usageError(text, command.name(), context)),
        getOutHelpWidth: () => context.stdout.columns ?? 80,
      });
    }
    if (argv.length === 0) {
      program.outputHelp();
      return 0;
    }
    await program.parseAsync(asAsked(argv, program), { from: 'user' });
    return code;
  } catch (error) {
    return report(error, context);
  }
}

/** Commander's sentence as ours look; where it has no guess at what was meant, with the way to what there is. */
function usageError(text: string, command: string, { stderr, env }: Context): string {
  const sentence = text
    .replace(/^error: /, '')
    .trimEnd()
    .split('\n');
  const help = command === 'sverka' ? 'sverka help' : `sverka help ${command}`;
  const [first, hint = `See ${help}.`] = sentence;
  return `${createPaint(stderr, env)('red', 'sverka:')} ${first}\n  ${hint.replace(/^\((.*)\)$/, '$1')}\n`;
}

/** Commander shows the whole help for `help mokc`. Asked for as a command, it says what was meant. */
function asAsked(argv: readonly string[], { commands }: Command): string[] {
  const [first, name] = argv;
  if (first !== 'help' || name === undefined) return [...argv];
  return commands.some((command) => command.name() === name) ? ['help', name] : [name];
}

function report(error: unknown, { stderr, env }: Context): ExitCode {
  // Commander has already said what is wrong with the arguments, or printed the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const paint = createPaint(stderr, env);
  if (error instanceof CommandFailure) {
    stderr.write(`${paint('red', 'sverka:')} ${eachLine(error.message)}\n`);
    if (error.hint) stderr.write(`${paint('dim', eachLine(`  ${error.hint}`))}\n`);
    return 2;
  }
  const message = messageOf(error);
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
    stderr.write(`${paint('red', 'sverka:')} a disk is full: ${message}\n`);
    stderr.write(`${paint('dim', '  Temporary files go where TMPDIR says.')}\n`);
    return 2;
  }
  stderr.write(`${paint('red', 'sverka:')} something inside broke: ${message}\n`);
  if (env.SVERKA_DEBUG && error instanceof Error) stderr.write(`${error.stack}\n`);
  else stderr.write(paint('dim', '  Run again with SVERKA_DEBUG=1 for the details, and please report it.\n'));
  return 2;
}
