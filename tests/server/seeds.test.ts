import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import accounts from '../../fixtures/accounts.json' with { type: 'json' };
import events from '../../fixtures/events.json' with { type: 'json' };
import { startServer } from '../../src/server/start.ts';
import { databases, shareable } from '../support/databases.ts';
import type { Answer } from '../support/http.ts';
import { type Asked, accessTokenOf, inMemory, startSubject, useSubject } from './subject.ts';

describe.each(databases)('the fixtures over $name', ({ open }) => {
  const subject = useSubject(open);

  test.each(accounts)('$email logs in if active', async ({ email, password, is_active }) => {
    expect((await logIn(subject, email, password)).status).toBe(is_active ? 200 : 403);
  });

  test.each(events)('event $event.id is as the file shows it', async ({ owner, event }) => {
    const token = await tokenOf(subject, owner);
    const answer = await subject.ask(`event-messenger/event/${event.id}`, { token });
    expect(answer.body).toEqual({ event });
  });
});

describe.each(shareable)('over $name a second start', ({ open }) => {
  const subject = useSubject(open);

  test('seeds nothing again', async () => {
    const again = await startSubject({ database: subject.database.options });
    const me = await again.ask('visitor-auth/auth/me', { token: await tokenOf(again, 'boris') });
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

function logIn(subject: Asked, username: string, password: string): Promise<Answer> {
  return subject.ask('event-messenger/auth', { body: { login: { username, password } } });
}

async function tokenOf(subject: Asked, username: string): Promise<string> {
  const account = accounts.find(({ second_login }) => second_login === username);
  return accessTokenOf(await logIn(subject, username, account?.password ?? ''));
}
