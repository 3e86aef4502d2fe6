import {
  type CompiledQuery,
  type Dialect,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import pg from 'pg';
import type { DirectAdapter, RunDirectly } from '../direct.ts';
import { DirectPool } from './direct-pool.ts';

/** Milliseconds. A request waits this long at most before the caller hears 503. */
const TIMEOUTS = { connectionTimeoutMillis: 5_000, query_timeout: 6_000 } as const;

/** What PostgreSQL itself is asked to watch, for as long as a connection lasts; milliseconds. */
const SESSION = { statement_timeout: 5_000, idle_in_transaction_session_timeout: 10_000 } as const;

/**
 * Kysely over a pool of PostgreSQL connections. The pool opens new ones by itself when the database comes back. A URL with
 * `pgbouncer=true` asks for nothing that lasts longer than a transaction: neither settings nor named statements.
 */
export function createPostgresDialect(url: string, poolSize: number): Dialect {
  const sessions = !/[?&]pgbouncer=true(&|$)/.test(url);
  const config = { connectionString: url, max: poolSize, keepAlive: true, types: { getTypeParser } };
  const pool = new DirectPool({ ...config, ...TIMEOUTS, ...(sessions ? SESSION : {}) }, sessions);
  return {
    createAdapter: () => new DirectPostgresAdapter(pool),
    createDriver: () => new PostgresDriver({ pool: async () => pool.open() }),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class DirectPostgresAdapter extends PostgresAdapter implements DirectAdapter {
  readonly #pool: DirectPool;
  constructor(pool: DirectPool) {
    super();
    this.#pool = pool;
  }
  directWay(_query: CompiledQuery): RunDirectly | undefined {
    return this.#pool.run;
  }
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
