import type { Failure } from '../engine.ts';

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const UNIQUE = '23505';
const FOREIGN_KEY = '23503';
/** Serialization failure, deadlock victim. */
const CONFLICT = new Set(['40001', '40P01']);
/** Connection trouble, no resources, shutting down, replica that cannot write, timeouts, rights that are missing. */
const UNAVAILABLE = /^(08...|53...|57P0[1-5]|57014|25006|55P03|58...|XX00[12]|28...|3D000|42501)$/;
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
]);
/** pg gives these no code; TLS has a code for each of a certificate's defects. */
const LOST =
  /SSL connection|certificate|Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable|connection has been discarded|after calling end on the pool|server closed the connection/i;

/** Reads an error of pg. */
export function explainPostgresError(error: unknown): Failure {
  if (!(error instanceof Error)) return { kind: 'other' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === UNIQUE) return { kind: 'unique' };
  if (code === FOREIGN_KEY) return { kind: 'foreign-key' };
  if (CONFLICT.has(code)) return { kind: 'conflict' };
  if (code.startsWith('22')) return { kind: 'bad-value' };
  if (UNAVAILABLE.test(code) || NETWORK.has(code) || LOST.test(error.message)) return { kind: 'unavailable' };
  return { kind: 'other' };
}

/** What pg throws when nothing listens. */
export function refusedByPostgres(): Error {
  return Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' });
}
