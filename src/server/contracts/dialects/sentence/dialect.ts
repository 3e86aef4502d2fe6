import { AccountNotFound, InvalidCredentials } from '../../../accounts/errors.ts';
import { DatabaseUnavailable, type DomainError, ValueRefused } from '../../../domain-error.ts';
import {
  BodyIncomplete,
  BodyTooLarge,
  InternalError,
  MethodNotAllowed,
  PathNotFound,
} from '../../../http/errors.ts';
import { TooManyRequests } from '../../../limits/errors.ts';
import { InvalidToken, NotAuthenticated } from '../../../sessions/errors.ts';
import type { Dialect } from '../../dialect.ts';
import { type Wording, wordingOf } from '../wording.ts';
import { complaint } from './complaint.ts';

const common: readonly Wording[] = [
  [PathNotFound, 404, 'Not Found'],
  [MethodNotAllowed, 405, 'Method Not Allowed'],
  [BodyTooLarge, 413, 'Request body too large'],
  [BodyIncomplete, 422, 'body: is not complete'],
  [ValueRefused, 422, 'body: has a value that cannot be stored'],
  [InvalidCredentials, 401, 'Invalid credentials'],
  [NotAuthenticated, 401, 'Not authenticated'],
  [InvalidToken, 401, 'Invalid or expired token'],
  [AccountNotFound, 404, 'User not found'],
  [TooManyRequests, 429, 'Too many requests'],
  [DatabaseUnavailable, 503, 'Database error'],
  [InternalError, 500, 'Internal Server Error'],
];

export interface SentenceOptions {
  /** The body that carries a sentence. */
  body(message: string): Readonly<Record<string, unknown>>;
  /** Wordings that come before those that all such contracts share. */
  readonly own: readonly Wording[];
  /** Refusals whose sentence names what was refused. */
  telling?(error: DomainError): readonly [status: number, message: string] | undefined;
}

/** Dialects that refuse in one sentence: `{"message": "…"}`, or the same in an envelope. */
export function createSentenceDialect({ body, own, telling }: SentenceOptions): Dialect {
  const wordings = [...own, ...common];
  return {
    invalid: (violations) => ({ status: 422, body: body(complaint(violations)) }),
    word(error) {
      const told = telling?.(error);
      if (told) return { status: told[0], body: body(told[1]) };
      const wording = wordingOf(wordings, error);
      return wording && { status: wording[1], body: body(wording[2]) };
    },
  };
}
