import { DatabaseUnavailable, type DomainError, ValueRefused } from '../../domain-error.ts';
import {
  BodyIncomplete,
  BodyTooLarge,
  InternalError,
  MethodNotAllowed,
  PathNotFound,
} from '../../http/errors.ts';
import type { Dialect } from '../dialect.ts';

const wordings: readonly (readonly [new (...parameters: never[]) => DomainError, number, string])[] = [
  [PathNotFound, 404, 'no such path'],
  [MethodNotAllowed, 405, 'method not allowed'],
  [BodyTooLarge, 413, 'the body is too large'],
  [BodyIncomplete, 400, 'the body is incomplete'],
  [ValueRefused, 422, 'a value cannot be stored'],
  [DatabaseUnavailable, 503, 'Database error'],
  [InternalError, 500, 'Internal Server Error'],
];

/** One sentence: `{"message": "…"}`. */
export const messageDialect: Dialect = {
  invalid: (violations) => ({
    status: 422,
    body: { message: violations.map(({ path, message }) => [...path, message].join(' ')).join('; ') },
  }),
  word(error) {
    const [, status, message] = wordings.find(([kind]) => error instanceof kind) ?? [];
    return status === undefined ? undefined : { status, body: { message } };
  },
};
