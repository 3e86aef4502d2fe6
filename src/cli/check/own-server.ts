import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseOptions } from '../../server/database/database.ts';
import { startServer } from '../../server/start.ts';
import type { Context } from '../context.ts';
import { orFailure } from '../start-failure.ts';
import type { Subject } from './subject.ts';

/** The server of this repository, started for one run: free port, testing switches on, logs in a temporary folder. */
export async function startOwnServer(database: string, context: Context): Promise<Subject> {
  const opened = new AsyncDisposableStack();
  try {
    const logDirectory = await mkdtemp(join(tmpdir(), 'sverka-logs-'));
    opened.defer(() => rm(logDirectory, { recursive: true, force: true }));
    const options = await openDatabase(database, context, opened);
    const server = await orFailure(
      startServer({ database: options, layout: { port: 0 }, testing: true, logDirectory }),
    );
    opened.defer(() => server.close());
    const kept = options.kind === 'sqlite' ? 'SQLite in memory' : 'PostgreSQL';
    return {
      target: { name: `own server (${kept})`, baseUrl: (id) => server.urls[id], testing: true },
      logs: server.logFiles.map((value) => ({ kind: 'file', value })),
      close: () => opened.disposeAsync(),
    };
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

async function openDatabase(
  name: string,
  { env }: Context,
  opened: AsyncDisposableStack,
): Promise<DatabaseOptions> {
  if (name === 'sqlite') return { kind: 'sqlite', file: ':memory:' };
  if (name !== 'postgres') return { kind: 'postgres', url: name };
  if (env.DATABASE_URL) return { kind: 'postgres', url: env.DATABASE_URL };
  const { startPostgres } = await import('./own-postgres.ts');
  const postgres = await startPostgres();
  opened.defer(() => postgres.stop());
  return { kind: 'postgres', url: postgres.url };
}
