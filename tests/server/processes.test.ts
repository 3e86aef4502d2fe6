import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DatabaseOptions, openDatabase } from '../../src/server/database/database.ts';
import { shareable, type TestDatabase } from '../support/databases.ts';
import { ask } from '../support/http.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { codeCases } from './cases/codes.ts';
import { eventRaceCases } from './cases/event-races.ts';
import { newPasswordCases } from './cases/new-password.ts';
import { raceCases } from './cases/races.ts';
import { freshPayment } from './cases/webhook-2can.ts';
import { type Asked, freshUser, tokensOf } from './subject.ts';

describe.each(shareable)('two processes over $name', ({ open }) => {
  let database: TestDatabase;
  let one: ServerProcess;
  let other: ServerProcess;
  beforeAll(async () => {
    database = await open();
    // At the same time, on an empty database: one of them migrates, the other waits.
    [one, other] = await Promise.all([
      startServerProcess(database.options),
      startServerProcess(database.options),
    ]);
  });
  afterAll(async () => {
    await Promise.all([one?.kill(), other?.kill()]);
    await database?.close();
  });

  describe('asked in turn, at once', () => {
    let turn = 0;
    const both: Asked = {
      ask(path, request) {
        turn += 1;
        return ask(`${(turn % 2 === 0 ? one : other).url}/${path}`, request);
      },
    };
    raceCases(() => both);
    eventRaceCases(() => both);
    newPasswordCases(() => both);
    codeCases(() => both);
  });

  test('accept each other’s tokens, and see each other’s logouts at once', async () => {
    const { access_token: token } = tokensOf(await ask(`${one.url}/auth-v1/register`, { body: freshUser() }));
    expect((await ask(`${other.url}/users-v1/me`, { token })).status).toBe(200);
    expect((await ask(`${one.url}/auth-v1/logout`, { method: 'POST', token })).status).toBe(200);
    expect((await ask(`${other.url}/users-v1/me`, { token })).status).toBe(401);
  });

  test('keep a payment once that both are sent five times at once', async () => {
    const before = await countPayments(database.options);
    const payment = freshPayment();
    const deliveries = Array.from({ length: 5 }, () => [one, other]).flat();
    await Promise.all(deliveries.map(({ url }) => ask(`${url}/webhook-2can/`, { body: payment })));
    expect(await countPayments(database.options)).toBe(before + 1);
  });

  test('end a family of refresh tokens together: one that was used here is refused there, and so is its heir', async () => {
    const first = tokensOf(await ask(`${one.url}/auth-v1/register`, { body: freshUser() }));
    const refresh = ({ url }: ServerProcess, refresh_token: string) =>
      ask(`${url}/auth-v1/refresh`, { body: { refresh_token } });
    const heir = tokensOf(await refresh(one, first.refresh_token));
    expect((await refresh(other, first.refresh_token)).status).toBe(401);
    expect((await refresh(one, heir.refresh_token)).status).toBe(401);
  });

  test('count wrong tries together', async () => {
    const user = freshUser();
    await ask(`${one.url}/auth-v1/register`, { body: user });
    const guess = ({ url }: ServerProcess) =>
      ask(`${url}/auth-v1/login`, { body: { login: user.email, password: 'wrong' } });
    for (const server of [one, other, one, other, one]) expect((await guess(server)).status).toBe(401);
    expect((await guess(other)).status).toBe(429);
  });

  test('write side by side: one winner for each name, nothing lost, no error', async () => {
    const users = Array.from({ length: 10 }, freshUser);
    const answers = await Promise.all(
      users.flatMap((body) => [one, other].map(({ url }) => ask(`${url}/auth-v1/register`, { body }))),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([...users.map(() => 201), ...users.map(() => 400)]);
  });

  test('what one acknowledged outlives its sudden end', async () => {
    const doomed = await startServerProcess(database.options);
    const user = freshUser();
    const payment = freshPayment();
    await ask(`${doomed.url}/auth-v1/register`, { body: user });
    await ask(`${doomed.url}/webhook-2can/`, { body: payment });
    await doomed.kill();
    const login = await ask(`${one.url}/auth-v1/login`, {
      body: { login: user.email, password: user.password },
    });
    expect(login.status).toBe(200);
    const delivered = await ask(`${one.url}/webhook-2can/`, { body: payment });
    expect([delivered.status, delivered.body]).toEqual([200, { ans: 'ok', id: payment.Id }]);
  });
});

async function countPayments(options: DatabaseOptions): Promise<number> {
  const database = openDatabase(options);
  try {
    return (await database.db.selectFrom('payments').select('id').execute()).length;
  } finally {
    await database.close();
  }
}
