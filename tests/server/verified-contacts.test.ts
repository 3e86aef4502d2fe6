import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/server/database/database.ts';
import { databases, type TestDatabase } from '../support/databases.ts';
import { latestCode, registerPerson } from './cases/codes.ts';
import { type Subject, startSubject } from './subject.ts';

const shareable = databases.filter(({ name }) => name !== 'SQLite in memory');

describe.each(shareable)('over $name', ({ open }) => {
  let place: TestDatabase;
  let look: Database;
  let subject: Subject;
  beforeAll(async () => {
    place = await open();
    subject = await startSubject({ database: place.options });
    look = openDatabase(place.options);
  });
  afterAll(async () => {
    await subject?.server.close();
    await look?.close();
    await place?.close();
  });

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
