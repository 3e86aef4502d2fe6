import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import accounts from '../../fixtures/accounts.json' with { type: 'json' };
import events from '../../fixtures/events.json' with { type: 'json' };
import { startServer } from '../../src/server/start.ts';
import { databases, type TestDatabase } from '../support/databases.ts';
import { accessTokenOf, inMemory, type Subject, startSubject } from './subject.ts';

describe.each(databases)('the fixtures over $name', ({ open }) => {
  let database: TestDatabase;
  let subject: Subject;
  beforeAll(async () => {
    database = await open();
    subject = await startSubject({ database: database.options });
  });
  afterAll(async () => {
    await subject?.server.close();
    await database?.close();
  });

  const logIn = (username: string, password: string) =>
    subject.ask('event-messenger/auth', { body: { login: { username, password } } });

  test.each(accounts)('$email logs in if active', async ({ email, password, is_active }) => {
    expect((await logIn(email, password)).status).toBe(is_active ? 200 : 403);
  });

  test.each(events)('event $event.id is as the file shows it', async ({ owner, event }) => {
    const token = accessTokenOf(await logIn(owner, passwordOf(owner)));
    const answer = await subject.ask(`event-messenger/event/${event.id}`, { token });
    expect(answer.body).toEqual({ event });
  });

  test('a second start seeds nothing again', async () => {
    if (!database.shareable) return;
    const again = await startSubject({ database: database.options });
    const token = accessTokenOf(await logIn('boris', passwordOf('boris')));
    const me = await again.ask('visitor-auth/auth/me', { token });
    expect(me.body).toMatchObject({ username: 'boris', organized_events: [1] });
    await again.server.close();
  });
});

describe('seeds of one’s own', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sverka-seeds-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const [anna, boris] = accounts;
  const wrong: readonly [string, string, unknown, string][] = [
    ['an account without a password', 'accounts.json', [{ ...anna, password: undefined }], '"password"'],
    ['two accounts of one name', 'accounts.json', [anna, { ...anna, id: boris?.id }], 'second_login'],
    ['an event of nobody', 'events.json', [{ ...events[0], owner: 'nobody' }], 'nobody is called nobody'],
    ['an event that is none', 'events.json', [{ owner: 'anna', event: { id: 'a01' } }], '"event"'],
    ['no list', 'accounts.json', { anna }, 'a list is expected'],
  ];

  test.each(wrong)('%s is told', async (_title, file, content, message) => {
    await writeFile(join(folder, file), JSON.stringify(content));
    const started = startServer({
      ...inMemory,
      layout: { port: 0 },
      testing: true,
      seedDirectory: folder,
    });
    await expect(started).rejects.toMatchObject({
      code: 'bad-seed',
      message: expect.stringContaining(message),
    });
    await rm(join(folder, file));
  });

  test('a folder without any is told', async () => {
    const started = startServer({
      ...inMemory,
      layout: { port: 0 },
      testing: true,
      seedDirectory: folder,
    });
    await expect(started).rejects.toMatchObject({
      code: 'bad-seed',
      message: expect.stringContaining('has no merchants.json'),
    });
  });
});

function passwordOf(username: string): string {
  return accounts.find(({ second_login }) => second_login === username)?.password ?? '';
}
