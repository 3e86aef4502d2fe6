import { describe } from 'vitest';
import { databases } from '../support/databases.ts';
import { newPasswordRaceCases } from './cases/new-password.ts';
import { useSubject } from './subject.ts';

describe.each(databases)('in production over $name', ({ open }) => {
  const subject = useSubject(open, { testing: false, migrate: true });

  newPasswordRaceCases(() => subject);
});
