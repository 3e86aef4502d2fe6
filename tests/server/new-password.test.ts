import { afterAll, beforeAll, describe } from 'vitest';
import { databases, type TestDatabase } from '../support/databases.ts';
import { newPasswordRaceCases } from './cases/new-password.ts';
import { type Subject, startSubject } from './subject.ts';

describe.each(databases)('in production over $name', ({ open }) => {
  let database: TestDatabase;
  let subject: Subject;
  beforeAll(async () => {
    database = await open();
    subject = await startSubject({ database: database.options, testing: false, migrate: true });
  });
  afterAll(async () => {
    await subject?.server.close();
    await database?.close();
  });

  newPasswordRaceCases(() => subject);
});
