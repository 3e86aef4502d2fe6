import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DatabaseOptions } from '../../src/server/database/database.ts';

const launcher = resolve(import.meta.dirname, '../../bin/sverka.mjs');

/** `sverka serve` as a deployer runs it, in a process group of its own. */
export interface ServeCommand {
  /** Resolves with the base URL that carries every contract; rejects when the command ends before it serves. */
  readonly url: Promise<string>;
  /** What it has said on stderr so far. */
  said(): string;
  /** Signals the first process, as a supervisor does. */
  kill(signal: NodeJS.Signals): void;
  /** Signals the whole group, as a terminal does on Ctrl-C. */
  killGroup(signal: NodeJS.Signals): void;
  /** Exit code, or null after a signal. */
  readonly ended: Promise<number | null>;
}

/** Starts the command in `folder`, on a free port, testing switches on; `args` come after. */
export function startServe(
  folder: string,
  database: DatabaseOptions,
  args: readonly string[] = [],
): ServeCommand {
  const place = database.kind === 'sqlite' ? database.file : database.url;
  const child = spawn(
    process.execPath,
    [launcher, 'serve', '--testing', '--quiet', '--migrate', '--port', '0', '--database', place, ...args],
    { cwd: folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const ended = once(child, 'close').then(() => child.exitCode);
  return {
    url: announcedUrl(child, () => text),
    said: () => text,
    kill: (signal) => void child.kill(signal),
    killGroup: (signal) => void process.kill(-(child.pid ?? Number.NaN), signal),
    ended,
  };
}

function announcedUrl(child: ChildProcess, said: () => string): Promise<string> {
  const announced = Promise.withResolvers<string>();
  // Whoever expects the command to fail asks for `ended` alone.
  announced.promise.catch(() => {});
  child.stderr?.on('data', () => {
    const [, url] = /(http:\/\/\S+:\d+)\/users-v1\n/.exec(said()) ?? [];
    if (url) announced.resolve(url);
  });
  child.once('close', () => announced.reject(new Error(`sverka serve ended:\n${said()}`)));
  return announced.promise;
}

/** A folder for the files of one test, removed with `using`. */
export async function temporaryFolder(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'sverka-serve-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
