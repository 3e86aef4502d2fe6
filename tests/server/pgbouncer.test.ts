import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/server/database/database.ts';
import { prepare } from '../../src/server/database/prepared.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.close());

const one = prepare((db) => db.selectNoFrom(sql<number>`1`.as('one')));

/** What the only connection of a pool carries from one query to the next, after a prepared query. */
async function remembered(url: string) {
  const database = openDatabase({ kind: 'postgres', url, poolSize: 1 });
  // The first query of all opens the pool.
  await one(database.db, {});
  await one(database.db, {});
  const { rows } = await sql`
    select (select count(*) from pg_prepared_statements) as statements,
      current_setting('statement_timeout') as timeout`.execute(database.db);
  await database.close();
  return rows[0];
}

test('with pgbouncer=true a connection remembers nothing from one query to the next, otherwise statements and settings', async () => {
  const url = await postgres.createDatabase();
  expect(await remembered(url)).toEqual({ statements: 1, timeout: '5s' });
  for (const query of ['?pgbouncer=true', '?application_name=shop&pgbouncer=true'])
    expect(await remembered(url + query)).toEqual({ statements: 0, timeout: '0' });
});
