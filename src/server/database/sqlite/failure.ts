import type { Failure } from '../engine.ts';

// Result codes: https://www.sqlite.org/rescode.html. An extended code's low byte is its primary code.
const UNIQUE = new Set([1555, 2067]);
const FOREIGN_KEY = 787;
/** BUSY, LOCKED, NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB. */
const UNAVAILABLE = new Set([5, 6, 7, 8, 10, 11, 13, 14, 15, 26]);

/** Reads an error of node:sqlite. */
export function explainSqliteError(error: unknown): Failure {
  const code = errorCode(error);
  if (code === undefined) return { kind: isClosed(error) ? 'unavailable' : 'other' };
  if (UNIQUE.has(code)) return { kind: 'unique' };
  if (code === FOREIGN_KEY) return { kind: 'foreign-key' };
  return { kind: UNAVAILABLE.has(code & 0xff) ? 'unavailable' : 'other' };
}

/** What node:sqlite throws when the file cannot be opened. */
export function refusedBySqlite(): Error {
  return Object.assign(new Error('unable to open database file'), { code: 'ERR_SQLITE_ERROR', errcode: 14 });
}

function errorCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode
    : undefined;
}

function isClosed(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'ERR_INVALID_STATE' &&
    /database is not open/.test(error.message)
  );
}
