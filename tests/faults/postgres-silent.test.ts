import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/server/database/database.ts';
import { prepare } from '../../src/server/database/prepared.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.close());

/** A way to a port that can swallow what is sent over the connections it has; new ones work. */
async function startWay(port: number) {
  const connections = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    near.pipe(far).pipe(near);
    for (const end of [near, far]) end.on('error', () => {});
    near.on('close', () => far.destroy());
    connections.add(near);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' ? address?.port : undefined,
    fallSilent: () => connections.forEach((near) => void near.unpipe().resume()),
    [Symbol.asyncDispose]: async () => void server.close(),
  };
}

const one = prepare((db) => db.selectNoFrom(sql<number>`1`.as('one')));

const asking: Readonly<Record<string, (database: Database) => Promise<unknown>>> = {
  'a query': ({ db }) => sql`select 1`.execute(db),
  'a prepared query': ({ db }) => one(db, {}),
  'a transaction': (database) => database.transaction((db) => sql`select 1`.execute(db)),
};

test.concurrent.each(Object.entries(asking))(
  'a connection to PostgreSQL that fell silent is given up after %s, the next asks over another',
  async (_name, ask) => {
    await using way = await startWay(postgres.port);
    const url = new URL(await postgres.createDatabase());
    url.port = String(way.port);
    const database = openDatabase({ kind: 'postgres', url: url.href, poolSize: 1 });
    await ask(database);
    way.fallSilent();
    const failure = await ask(database).catch((error: unknown) => error);
    expect(database.engine.explain(failure)).toEqual({ kind: 'unavailable' });
    await ask(database);
    await database.close();
  },
);
