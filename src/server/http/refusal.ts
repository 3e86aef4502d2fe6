import { AlreadyExists } from '../accounts/errors.ts';
import type { Dialect } from '../contracts/dialect.ts';
import type { Reply } from '../contracts/handlers.ts';
import { type Engine, isUnavailable } from '../database/engine.ts';
import { DatabaseUnavailable, DomainError, ValueRefused } from '../domain-error.ts';
import { TooManyRequests } from '../limits/errors.ts';
import { InternalError, MethodNotAllowed } from './errors.ts';

/** An error as it is answered: what the domain calls it and how the contract words it. */
export interface Refusal {
  readonly error: DomainError;
  readonly reply: Reply;
}

/**
 * The one place where errors become answers. A driver's error about reaching the database becomes DatabaseUnavailable;
 * what nobody foresaw becomes InternalError, whose cause only the log sees.
 */
export function refuse(thrown: unknown, dialect: Dialect, engine: Engine): Refusal {
  const error = toDomainError(thrown, engine);
  const reply = dialect.word(error) ?? dialect.word(new InternalError(error)) ?? { status: 500 };
  return { error, reply: { ...reply, headers: { ...headersOf(error, reply.status), ...reply.headers } } };
}

function toDomainError(thrown: unknown, engine: Engine): DomainError {
  if (thrown instanceof DomainError) return thrown;
  if (isUnavailable(engine, thrown)) return new DatabaseUnavailable(thrown);
  return engine.explain(thrown).kind === 'bad-value' ? new ValueRefused(thrown) : new InternalError(thrown);
}

/**
 * Headers that HTTP itself asks for, whatever the dialect (RFC 9110, sections 10.2.1, 10.2.3, 11.6.1). A 401 that says
 * somebody exists already (erratum VA-2) gets none: no credentials would help.
 */
function headersOf(error: DomainError, status: number): Record<string, string> {
  if (error instanceof MethodNotAllowed) return { Allow: error.allow.join(', ') };
  if (error instanceof TooManyRequests) return { 'Retry-After': String(error.retryAfter) };
  const isChallenge = status === 401 && !(error instanceof AlreadyExists);
  return isChallenge ? { 'WWW-Authenticate': 'Bearer' } : {};
}
