import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/server/database/database.ts';
import { shareable } from '../support/databases.ts';
import { latestCode, registerPerson } from './cases/codes.ts';
import { useSubject } from './subject.ts';

describe.each(shareable)('over $name', ({ open }) => {
  const subject = useSubject(open);
  let look: Database;
  beforeAll(() => {
    look = openDatabase(subject.database.options);
  });
  afterAll(() => look?.close());

  const verified = async (value: string) => {
    const contact = look.db.selectFrom('contacts').select('verified_at').where('value', '=', value);
    return (await contact.executeTakeFirstOrThrow()).verified_at !== null;
  };

  test('a right code verifies the e-mail it was sent to, and nothing else', async () => {
    const { email, phone } = await registerPerson(subject);
    const enter = (code: string) => subject.ask('auth-v2/v2/auth/code', { body: { login: email, code } });
    await subject.ask('auth-v2/v2/auth/passwordRecovery', { body: { login: email } });
    await enter('wrong');
    expect(await verified(email)).toBe(false);
    await enter(await latestCode(subject, email));
    expect([await verified(email), await verified(phone)]).toEqual([true, false]);
  });
});
