import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatabaseOptions } from '../../src/server/database/database.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { startServe, temporaryFolder } from '../support/serve-command.ts';
import { startPressure } from './pressure.ts';
import { lostPayments } from './stored-payments.ts';

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres({ durable: true });
});
afterAll(() => postgres?.close());

const databases: readonly { name: string; open(folder: string): Promise<DatabaseOptions> }[] = [
  { name: 'a SQLite file', open: async (folder) => ({ kind: 'sqlite', file: `${folder}/data.sqlite` }) },
  { name: 'PostgreSQL', open: async () => ({ kind: 'postgres', url: await postgres.createDatabase() }) },
];

describe.concurrent('a server killed 20 times under load', () => {
  test.each(databases)(
    'over $name starts again as it was left and has lost nothing it acknowledged',
    async ({ open }) => {
      await using folder = await temporaryFolder();
      const database = await open(folder.path);
      let server = startServe(folder.path, database);
      let url = await server.url;
      const pressure = startPressure(() => url);
      for (let round = 0; round < 20; round += 1) {
        await pressure.more(30);
        server.kill('SIGKILL');
        await server.ended;
        server = startServe(folder.path, database);
        url = await server.url;
      }
      await pressure.more(30);
      await pressure.stop();
      server.kill('SIGTERM');
      expect(await server.ended).toBe(0);
      expect([...pressure.refusals.keys()]).toEqual([]);
      expect(pressure.broken()).toBeGreaterThan(0);
      expect(await lostPayments(database, pressure.acknowledged)).toEqual([]);
    },
    180_000,
  );
});
