import { InvalidCredentials, PasswordRequired } from '../../../accounts/errors.ts';
import { DatabaseUnavailable, ValueRefused } from '../../../domain-error.ts';
import {
  BodyIncomplete,
  BodyTooLarge,
  InternalError,
  MethodNotAllowed,
  PathNotFound,
} from '../../../http/errors.ts';
import { TooManyRequests } from '../../../limits/errors.ts';
import { InvalidRefreshToken, InvalidToken, NotAuthenticated } from '../../../sessions/errors.ts';
import type { Dialect } from '../../dialect.ts';
import { type Wording, wordingOf } from '../wording.ts';
import { validationItems } from './items.ts';
import { showPatterns } from './shown-patterns.ts';

const common: readonly Wording[] = [
  [PathNotFound, 404, 'Not Found'],
  [MethodNotAllowed, 405, 'Method Not Allowed'],
  [BodyTooLarge, 413, 'Request body too large'],
  [BodyIncomplete, 400, 'There was an error parsing the body'],
  [PasswordRequired, 400, 'Password is required'],
  [InvalidCredentials, 401, 'Invalid credentials'],
  [NotAuthenticated, 401, 'Not authenticated'],
  [InvalidToken, 401, 'Invalid or expired token'],
  [InvalidRefreshToken, 401, 'Invalid or expired refresh token'],
  [TooManyRequests, 429, 'Too many requests'],
  [DatabaseUnavailable, 503, 'Database error'],
  [InternalError, 500, 'Internal Server Error'],
];

/**
 * The FastAPI dialect: `{"detail": "…"}` for a refusal, 422 with Pydantic v2 items for input that does not validate.
 * `own` wordings come before those that all such contracts share.
 */
export function createFastApiDialect(own: readonly Wording[]): Dialect {
  const wordings = [...own, ...common];
  return {
    invalid: (violations, request, contract) => ({
      status: 422,
      body: { detail: validationItems(showPatterns(contract, violations), request) },
    }),
    word(error) {
      if (error instanceof ValueRefused) return { status: 422, body: { detail: [refusedValue] } };
      const wording = wordingOf(wordings, error);
      return wording && { status: wording[1], body: { detail: wording[2] } };
    },
  };
}

const refusedValue = {
  type: 'value_error',
  loc: ['body'],
  msg: 'Value error, a value cannot be stored',
  input: null,
};
