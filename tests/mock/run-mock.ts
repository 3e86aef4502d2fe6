import { PassThrough } from 'node:stream';
import { run } from '../../src/cli/run.ts';

/** `sverka mock` or `sverka proxy` as it is typed, in this process, on a free port. */
export interface RunningMock {
  readonly url: string;
  /** What it wrote so far. */
  readonly told: () => string;
  /** Ends it as Ctrl-C does; resolves with the exit code. */
  stop(): Promise<number>;
}

export const runMock = (...words: readonly string[]) => runServing('mock', ...words);

export async function runServing(
  command: 'mock' | 'proxy',
  ...words: readonly string[]
): Promise<RunningMock> {
  const interrupt = new AbortController();
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  let told = '';
  const listening = new Promise<string>((resolve) => {
    stdout.on('data', (chunk: Buffer) => {
      told += chunk;
      if (told.includes('listening')) resolve(/http:\/\/[^/\s]+/.exec(told)?.[0] ?? '');
    });
  });
  stderr.on('data', (chunk: Buffer) => {
    told += chunk;
  });
  const ended = run([command, ...words, '--port', '0'], {
    stdin: new PassThrough(),
    stdout,
    stderr,
    env: {},
    cwd: process.cwd(),
    signal: interrupt.signal,
  });
  const url = await Promise.race([
    listening,
    ended.then((code) => {
      throw new Error(`sverka ${command} ended with ${code}: ${told}`);
    }),
  ]);
  return {
    url,
    told: () => told,
    stop() {
      interrupt.abort();
      return ended;
    },
  };
}
