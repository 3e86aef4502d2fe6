import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
// Only to end the process group that was started here; nothing else of the process is touched.
import { kill } from 'node:process';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Problem } from '../../contract/finding.ts';
import { messageOf } from '../../node/message-of.ts';
import type { LineIndex } from './line-index.ts';
import { createLineSplitter } from './line-splitter.ts';
import type { Feed } from './log-source.ts';

/** A command that cannot work (unknown name, no such container) says so within this time, in milliseconds. */
const FAILS_WITHIN = 300;
const ENDS_WITHIN = 1_000;

/** Reads what a command like `docker logs -f api` prints, on both its outputs, until it is closed. */
export async function openCommandFeed(command: string, index: LineIndex): Promise<Feed | Problem> {
  // A process group of its own: with `docker logs -f api | grep api` the shell alone is not enough to end.
  const child = spawn(command, { shell: true, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let lastWords = '';
  const add = (line: string) => index.add(line, command);
  child.stdout.on('data', createLineSplitter(add));
  child.stderr.on(
    'data',
    createLineSplitter((line) => {
      lastWords = line;
      add(line);
    }),
  );

  const failure = await earlyFailure(child);
  if (failure)
    return {
      severity: 'error',
      message: `log command "${command}" ${failure}${lastWords && `: ${lastWords}`}`,
    };
  return { name: command, index, pull: async () => {}, close: () => end(child) };
}

async function earlyFailure(
  child: ChildProcessByStdio<null, Readable, Readable>,
): Promise<string | undefined> {
  const failed = once(child, 'close').then(
    ([code]) => (code === 0 ? undefined : `ended with exit code ${code}`),
    (error: unknown) => `could not be started: ${messageOf(error)}`,
  );
  const works = once(child.stdout, 'data').then(() => undefined);
  return Promise.race([failed, works, sleep(FAILS_WITHIN, undefined, { ref: false })]);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const closed = once(child, 'close');
  signal(child.pid, 'SIGTERM');
  const late = Symbol('late');
  const timer = new AbortController();
  const outcome = await Promise.race([closed, sleep(ENDS_WITHIN, late, { signal: timer.signal })]);
  timer.abort();
  if (outcome === late) signal(child.pid, 'SIGKILL');
}

/** To the whole group; it may have ended by itself meanwhile. */
function signal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    kill(-pid, name);
  } catch {}
}
