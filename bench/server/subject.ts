import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/** A server under load, in a process of its own. */
export interface Subject {
  readonly url: string;
  /** CPU that the process has used since its start, milliseconds. */
  cpuMs(): Promise<number>;
  /** Resident memory at its highest, MB. */
  peakMb(): Promise<number>;
  stop(): Promise<void>;
}

const hook = new URL('../cpu.mjs', import.meta.url).href;
const sverka = resolve(import.meta.dirname, '../../bin/sverka.mjs');
const usageSchema = z.object({ cpuMs: z.number(), peakMb: z.number() });
const addressSchema = z.object({ address: z.object({ port: z.number() }) });

/** One of the bare Express servers beside this file. */
export async function startBare(file: `bare-${string}.ts`, argument: string): Promise<Subject> {
  const child = startNode([resolve(import.meta.dirname, file), argument], process.cwd(), {});
  const [message] = await once(child, 'message');
  return subject(child, `http://127.0.0.1:${addressSchema.parse(message).address.port}`);
}

/** `sverka serve` as in production: switches for tests off, logs to files in `folder`, every contract on one port. */
export async function startSverka(folder: string, database: string, tokenSecret: string): Promise<Subject> {
  const args = ['serve', '--port', '0', '--quiet', '--migrate', '--database', database];
  const child = startNode([sverka, ...args], folder, { SVERKA_TOKEN_SECRET: tokenSecret });
  return subject(child, await announcedUrl(child, /(http:\/\/\S+:\d+)\/users-v1\n/));
}

/** Any other Node program that listens at `url`: ready when it answers there, whatever it answers. */
export async function startProgram(args: readonly string[], cwd: string, url: string): Promise<Subject> {
  const child = startNode(args, cwd, {});
  // A pipe that nobody empties would block the program in the end.
  child.stdout?.resume();
  child.stderr?.resume();
  while (child.exitCode === null && !(await answers(url))) await sleep(2);
  if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended with ${child.exitCode}`);
  return subject(child, new URL(url).origin);
}

async function answers(url: string): Promise<boolean> {
  try {
    await (await fetch(url)).text();
    return true;
  } catch {
    return false;
  }
}

function startNode(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): ChildProcess {
  return spawn(process.execPath, ['--import', hook, ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** Reads on afterwards: a pipe that nobody empties would block the server in the end. */
function announcedUrl(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        text = (text + chunk).slice(-10_000);
        const [, url] = ready.exec(text) ?? [];
        if (url) resolve(url);
      });
    }
    child.once('exit', () => reject(new Error(`the server ended:\n${text}`)));
  });
}

function subject(child: ChildProcess, url: string): Subject {
  const usage = async () => {
    child.send('usage');
    const [message] = await once(child, 'message');
    return usageSchema.parse(message);
  };
  return {
    url,
    cpuMs: async () => (await usage()).cpuMs,
    peakMb: async () => (await usage()).peakMb,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
