import { afterAll, beforeAll } from 'vitest';
import type { DatabaseOptions } from '../../src/server/database/database.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';

/** Databases that wait for the disk at every commit, as in production: files in a folder, and in a PostgreSQL of the test file. */
export function durableDatabases(): readonly {
  name: string;
  open(folder: string): Promise<DatabaseOptions>;
}[] {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres({ durable: true });
  });
  afterAll(() => postgres?.close());
  return [
    { name: 'a SQLite file', open: async (folder) => ({ kind: 'sqlite', file: `${folder}/data.sqlite` }) },
    { name: 'PostgreSQL', open: async () => ({ kind: 'postgres', url: await postgres.createDatabase() }) },
  ];
}
