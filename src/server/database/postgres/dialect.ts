import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';

/** Milliseconds. A request waits this long at most before the caller hears 503. */
const TIMEOUTS = {
  connectionTimeoutMillis: 3_000,
  statement_timeout: 5_000,
  query_timeout: 6_000,
  idle_in_transaction_session_timeout: 10_000,
} as const;

/** Kysely over a pool of PostgreSQL connections. The pool opens new ones by itself when the database comes back. */
export function createPostgresDialect(url: string, poolSize: number): Dialect {
  return new PostgresDialect({ pool: async () => createPool(url, poolSize) });
}

function createPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    keepAlive: true,
    types: { getTypeParser },
    ...TIMEOUTS,
  });
  // A connection that breaks must not end the process, idle or at work: its query reports the trouble, the next one opens
  // another. The pool itself listens to idle ones only.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

const { builtins } = pg.types;

/** The same JavaScript values as SQLite gives: ISO 8601 for moments, text for JSON and dates, numbers for counts. */
const parsers = new Map<number, (value: string) => unknown>([
  [builtins.TIMESTAMPTZ, (value) => new Date(value).toISOString()],
  [builtins.DATE, (value) => value],
  [builtins.JSON, (value) => value],
  [builtins.JSONB, (value) => value],
  [builtins.INT8, Number],
]);

function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return parsers.get(oid) ?? pg.types.getTypeParser(oid, format === 'binary' ? 'text' : format);
}
