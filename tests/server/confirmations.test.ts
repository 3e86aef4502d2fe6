import { describe, expect, test } from 'vitest';
import { deleteUnconfirmed } from '../../src/server/confirmations/store.ts';
import { openDatabase } from '../../src/server/database/database.ts';
import { shareable } from '../support/databases.ts';
import { mailTo } from './inbox.ts';
import { freshUser, useSubject } from './subject.ts';

const inADay = () => new Date(Date.now() + 86_401_000).toISOString();

describe.each(shareable)('accounts that wait for their link, over $name', ({ open }) => {
  const subject = useSubject(open);

  const register = async () => {
    const username = freshUser().second_login.replace('user-', '');
    const body = { username, password: 'correct-horse-1', 'e-mail': `${username}@example.com` };
    const { status } = await subject.ask('event-messenger/user', { body });
    const { token } = await mailTo(subject, body['e-mail']);
    const open = (method = 'GET') => subject.ask(`event-messenger/user/confirm/${token}`, { method });
    return { body, status, open };
  };
  const purge = async (now: string) => {
    const direct = openDatabase(subject.database.options);
    await deleteUnconfirmed(direct.db, now);
    await direct.close();
  };

  test('are purged after a day, with their names, and not before', async () => {
    const waiting = await register();
    await purge(new Date().toISOString());
    expect((await subject.ask('event-messenger/user', { body: waiting.body })).status).toBe(409);
    await purge(inADay());
    expect((await waiting.open()).status).toBe(404);
    expect((await subject.ask('event-messenger/user', { body: waiting.body })).status).toBe(200);
  });

  test('wait on when a scanner of mails looks at the link by HEAD, and the link still works', async () => {
    const waiting = await register();
    for (const { status, body, headers } of [await waiting.open('HEAD'), await waiting.open('HEAD')]) {
      expect([status, body, headers.get('content-length')]).toEqual([200, undefined, null]);
    }
    const { username, password } = waiting.body;
    const login = { body: { login: { username, password } } };
    expect((await subject.ask('event-messenger/auth', login)).status).not.toBe(200);
    expect((await waiting.open()).status).toBe(200);
    expect((await waiting.open('HEAD')).status).toBe(404);
  });

  test('stay for good once confirmed', async () => {
    const confirmed = await register();
    expect((await confirmed.open()).status).toBe(200);
    await purge(inADay());
    const { username, password } = confirmed.body;
    const login = await subject.ask('event-messenger/auth', { body: { login: { username, password } } });
    expect(login.status).toBe(200);
  });

  test('give their names free to every contract after a day, purged or not', async () => {
    const { body } = await register();
    const user = { ...freshUser(), second_login: body.username, email: body['e-mail'] };
    expect((await subject.ask('auth-v1/register', { body: user })).status).toBe(400);
    const later = { body: user, prefer: 'clock=P1DT1M' };
    expect((await subject.ask('auth-v1/register', later)).status).toBe(201);
  });

  test('do not come to be when the mail cannot be kept', async () => {
    const username = freshUser().second_login.replace('user-', '');
    const body = { username, password: 'correct-horse-1', 'e-mail': `${username}@example.com` };
    const prefer = 'fault=database-unavailable';
    expect((await subject.ask('event-messenger/user', { body, prefer })).status).toBe(503);
    expect((await subject.ask('event-messenger/user', { body })).status).toBe(200);
  });
});
