import { afterEach, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/server/database/database.ts';
import { shareable } from '../support/databases.ts';
import { eventually } from '../support/eventually.ts';
import { freshUser, register, startSubject } from './subject.ts';

afterEach(() => void vi.useRealTimers());

const perished = [
  'accounts',
  'confirmations',
  'sessions',
  'revoked_tokens',
  'access_keys',
  'attempts',
  'codes',
  'outbox',
] as const;

describe.each(shareable)('a server over $name', ({ open }) => {
  test('removes by itself what has expired: accounts nobody confirmed, tokens, tries, codes, messages', async () => {
    const place = await open();
    // The clock of this process and what it does now and then; all else takes its time.
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    const subject = await startSubject({ database: place.options });
    const database = openDatabase(place.options);
    const rows = async () =>
      Object.fromEntries(
        await Promise.all(
          perished.map(async (table) => [
            table,
            (await database.db.selectFrom(table).selectAll().execute()).length,
          ]),
        ),
      );
    try {
      const before = await rows();
      const { user, access_token: token } = await register(subject);
      const username = freshUser().second_login.replace('user-', '');
      const newcomer = { username, password: 'correct-horse-1', 'e-mail': `${username}@example.com` };
      await subject.ask('event-messenger/user', { body: newcomer });
      await subject.ask('auth-v2/v2/auth/loginByPhone', { body: { phone_number: user.phone } });
      await subject.ask('user-management/auth/login', {
        body: { email_or_name: user.email, password: user.password },
      });
      await subject.ask('auth-v1/login', { body: { login: user.email, password: 'wrong' } });
      await subject.ask('auth-v1/logout', { method: 'POST', token });
      await subject.ask('auth-v1/login', { body: { login: user.email, password: user.password } });
      const full = await rows();
      for (const table of perished) expect([table, full[table] > before[table]]).toEqual([table, true]);
      vi.setSystemTime(Date.now() + 40 * 86_400_000);
      vi.advanceTimersByTime(10 * 60_000);
      // What is left is the one account that needed no link.
      await eventually(async () =>
        expect(await rows()).toEqual({ ...before, accounts: before.accounts + 1 }),
      );
    } finally {
      await database.close();
      await subject.server.close();
      await place.close();
    }
  });
});
