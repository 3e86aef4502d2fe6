import { AlreadyExists } from '../../accounts/errors.ts';
import type { ContactType } from '../../database/tables.ts';
import { DomainError } from '../../domain-error.ts';
import { createSentenceDialect } from './sentence/dialect.ts';

/** The account that is asked for is not the caller's. */
export class ForeignAccount extends DomainError {
  constructor() {
    super('the account of another user');
  }
}

const fields: Readonly<Record<ContactType, string>> = {
  second_login: 'username',
  email: 'email',
  phone: 'contact_number',
};

/** `{"status": "error", "message": "…"}`. */
export const envelopeDialect = createSentenceDialect({
  body: (message) => ({ status: 'error', message }),
  own: [[ForeignAccount, 403, 'This account belongs to another user']],
  telling: (error) =>
    error instanceof AlreadyExists
      ? [409, `User with this ${fields[error.field]} already exists`]
      : undefined,
});
