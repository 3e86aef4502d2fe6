import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseOptions } from '../../src/server/database/database.ts';
import { type Postgres, startPostgres } from './postgres.ts';

/** An empty database for a test. */
export interface TestDatabase {
  readonly options: DatabaseOptions;
  close(): Promise<void>;
}

/** Every kind of database the server runs on. A case is written once and runs over all of them. */
export const databases: readonly { readonly name: string; open(): Promise<TestDatabase> }[] = [
  { name: 'SQLite in memory', open: openMemory },
  { name: 'a SQLite file', open: openFile },
  { name: 'PostgreSQL', open: openPostgres },
];

/** Those that more than one process, or somebody beside the server, can open. */
export const shareable = databases.filter(({ open }) => open !== openMemory);

async function openMemory(): Promise<TestDatabase> {
  return { options: { kind: 'sqlite', file: ':memory:' }, close: async () => {} };
}

async function openFile(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'sverka-sqlite-'));
  return {
    options: { kind: 'sqlite', file: join(folder, 'data.sqlite') },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

let users = 0;
let shared: Promise<Postgres> | undefined;

/** One PostgreSQL for a test file, a database in it for each that asks; the last to close ends it. */
async function openPostgres(): Promise<TestDatabase> {
  users += 1;
  shared ??= startPostgres();
  const postgres = await shared;
  return {
    options: { kind: 'postgres', url: await postgres.createDatabase() },
    async close() {
      users -= 1;
      if (users > 0) return;
      shared = undefined;
      await postgres.close();
    },
  };
}
