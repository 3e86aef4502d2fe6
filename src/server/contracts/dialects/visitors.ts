import { AlreadyExists, InvalidCredentials } from '../../accounts/errors.ts';
import type { ContactType } from '../../database/tables.ts';
import { InvalidToken } from '../../sessions/errors.ts';
import type { Dialect } from '../dialect.ts';
import { createFastApiDialect } from './fastapi/dialect.ts';

const fastApi = createFastApiDialect([
  [InvalidCredentials, 401, 'Incorrect username or password'],
  [InvalidToken, 401, 'Could not validate credentials'],
]);

const fields: Readonly<Record<ContactType, string>> = {
  second_login: 'username',
  email: 'email',
  phone: 'phone_number',
};

/** FastAPI's words, and those of the document where it has its own. */
export const visitorDialect: Dialect = {
  ...fastApi,
  word: (error) =>
    error instanceof AlreadyExists
      ? { status: 401, body: { detail: `User with this ${fields[error.field]} is already exists` } }
      : fastApi.word(error),
};
