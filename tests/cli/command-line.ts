import { tmpdir } from 'node:os';
import { PassThrough, Writable } from 'node:stream';
import type { ExitCode } from '../../src/cli/context.ts';
import { run } from '../../src/cli/run.ts';

export interface Ran {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

interface Setting {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A command that goes on until it is told to stop. */
export interface Running {
  /** The first match of the pattern in what the command prints; rejects when the command ends without one. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  /** The same of what it prints on stderr. */
  waitForError(pattern: RegExp): Promise<RegExpExecArray>;
  /** As Ctrl-C does; gives what came of it. */
  stop(): Promise<Ran>;
  readonly ended: Promise<Ran>;
}

/** The command line in this process: arguments in, exit code and output out. */
export function runCommand(argv: readonly string[], setting: Setting = {}): Promise<Ran> {
  return startCommand(argv, setting).ended;
}

export function startCommand(argv: readonly string[], { cwd = tmpdir(), env = {} }: Setting = {}): Running {
  const interrupt = new AbortController();
  const [stdout, stderr] = [collect(), collect()];
  const context = { stdin: new PassThrough(), stdout: stdout.stream, stderr: stderr.stream, env, cwd };
  const ended = run(argv, { ...context, signal: interrupt.signal }).then((code) => ({
    code,
    stdout: stdout.text(),
    stderr: stderr.text(),
  }));
  const find = (output: typeof stdout, pattern: RegExp) => {
    const early = ended.then((result) => {
      throw new Error(`ended before it printed ${pattern}: ${JSON.stringify(result)}`);
    });
    return Promise.race([output.find(pattern), early]);
  };
  return {
    ended,
    waitFor: (pattern) => find(stdout, pattern),
    waitForError: (pattern) => find(stderr, pattern),
    stop() {
      interrupt.abort();
      return ended;
    },
  };
}

function collect() {
  let text = '';
  const waiting = new Set<() => void>();
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      for (const look of waiting) look();
      done();
    },
  });
  const find = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve) => {
      const look = () => {
        const found = pattern.exec(text);
        if (found === null) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { stream, text: () => text, find };
}
