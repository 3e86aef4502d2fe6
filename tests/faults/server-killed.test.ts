import { describe, expect, test } from 'vitest';
import { startServe, temporaryFolder } from '../support/serve-command.ts';
import { durableDatabases } from './durable-databases.ts';
import { startPressure } from './pressure.ts';
import { lostPayments } from './stored-payments.ts';

describe.concurrent('a server killed 20 times under load', () => {
  test.each(durableDatabases())(
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
  );
});
