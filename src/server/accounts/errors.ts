import type { ContactType } from '../database/tables.ts';
import { DomainError } from '../domain-error.ts';

/** Somebody, by whichever contract, already has this login, e-mail or phone. */
export class AlreadyExists extends DomainError {
  readonly field: ContactType;
  constructor(field: ContactType) {
    super(`${field} already exists`);
    this.field = field;
  }
}

export class GroupNotFound extends DomainError {
  readonly group: string;
  constructor(group: string) {
    super('group not found');
    this.group = group;
  }
}

export class AccountNotFound extends DomainError {
  constructor() {
    super('account not found');
  }
}

/** No such login, or another password. Which of the two is nobody's business. */
export class InvalidCredentials extends DomainError {
  constructor() {
    super('invalid credentials');
  }
}

/** The password is missing and nothing else is wrong. */
export class PasswordRequired extends DomainError {
  constructor() {
    super('password is required');
  }
}
