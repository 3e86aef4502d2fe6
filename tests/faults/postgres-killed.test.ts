import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DatabaseOptions } from '../../src/server/database/database.ts';
import { register, type Subject, startSubject } from '../server/subject.ts';
import { eventually } from '../support/eventually.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { startPressure } from './pressure.ts';
import { lostPayments } from './stored-payments.ts';

let postgres: Postgres;
let database: DatabaseOptions;
let subject: Subject;
beforeAll(async () => {
  postgres = await startPostgres({ durable: true });
  database = { kind: 'postgres', url: await postgres.createDatabase() };
  subject = await startSubject({ database });
});
afterAll(async () => {
  await subject?.server.close();
  await postgres?.close();
});

const endings = ['SIGKILL', 'SIGQUIT', 'SIGINT', 'SIGKILL'] as const;

test('PostgreSQL ends 20 times under load: 503 as documented, service again by itself, nothing acknowledged is lost', async () => {
  const { access_token: token } = await register(subject);
  const { url = '' } = subject.server;
  const pressure = startPressure(() => url);
  for (let round = 0; round < 20; round += 1) {
    await pressure.more(40);
    await postgres.end(endings[round % endings.length] ?? 'SIGKILL');
    const away = await subject.ask('users-v1/me', { token });
    expect([away.status, away.body]).toEqual([503, { detail: 'Database error' }]);
    await postgres.start();
    await pressure.more(1);
  }
  await pressure.stop();
  expect([...pressure.refusals.keys()]).toEqual(['503 {"detail":"Database error"}']);
  expect(pressure.broken()).toBe(0);
  expect(await lostPayments(database, pressure.acknowledged)).toEqual([]);
  await eventually(async () => expect((await subject.ask('users-v1/me', { token })).status).toBe(200));
});
