import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../../src/server/database/database.ts';
import { shareable } from '../support/databases.ts';
import { freshPayment } from './cases/webhook-2can.ts';
import { register, startSubject } from './subject.ts';

test.each(shareable)(
  'a migration that adds columns under a running server breaks no request, over $name',
  async ({ open }) => {
    const database = await open();
    const subject = await startSubject({ database: database.options });
    const { user, access_token: token } = await register(subject);
    const byKey = { email_or_name: user.email, password: user.password };
    const { body } = await subject.ask('user-management/auth/login', { body: byKey });
    const key = z.object({ data: z.object({ token: z.string() }) }).parse(body).data.token;
    const useAll = async () => {
      const login = { login: user.email, password: user.password };
      const answers = [
        await subject.ask('users-v1/me', { token }),
        await subject.ask('users-v1/me', { token: key }),
        await subject.ask('auth-v1/login', { body: login }),
        await subject.ask('webhook-2can/', { body: freshPayment() }),
      ];
      return answers.map(({ status }) => status);
    };
    expect(await useAll()).toEqual([200, 200, 200, 200]);
    const other = openDatabase(database.options);
    for (const table of ['accounts', 'attempts', 'access_keys', 'contacts', 'payments', 'revoked_tokens']) {
      await sql`alter table ${sql.table(table)} add column later text`.execute(other.db);
    }
    await other.close();
    expect(await useAll()).toEqual([200, 200, 200, 200]);
    await subject.server.close();
    await database.close();
  },
);
