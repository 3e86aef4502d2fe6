import type { CompiledQuery, PostgresPool } from 'kysely';
import pg from 'pg';
import type { RunDirectly } from '../direct.ts';
import { CheckedClient } from './checked-client.ts';

/** A pool of connections that runs prepared queries as named statements: PostgreSQL parses and plans each once. */
export class DirectPool {
  readonly #config: pg.PoolConfig;
  readonly #named: boolean;
  readonly #names = new Map<string, string>();
  #pool: pg.Pool | undefined;

  /** `named`: a connection stays one, so it may remember statements. */
  constructor(config: pg.PoolConfig, named: boolean) {
    this.#config = config;
    this.#named = named;
  }

  /** Undefined while it is not open. */
  get run(): RunDirectly | undefined {
    const pool = this.#pool;
    return pool && ((query, parameters) => this.#run(pool, query, parameters));
  }

  /** The pool as Kysely takes one; no connection is made before it is needed. */
  open(): PostgresPool {
    const pool = new pg.Pool(this.#config);
    // A connection that breaks must not end the process, idle or at work: its query reports the trouble, the next one
    // opens another. The pool itself listens to idle ones only.
    pool.on('error', () => {});
    pool.on('connect', (client) => client.on('error', () => {}));
    this.#pool = pool;
    return {
      options: pool.options,
      connect: async () => new CheckedClient(await pool.connect()),
      end: () => pool.end(),
    };
  }

  async #run<Row>(
    pool: pg.Pool,
    { sql }: CompiledQuery<Row>,
    parameters: readonly unknown[],
  ): Promise<Row[]> {
    const client = new CheckedClient(await pool.connect());
    try {
      const name = this.#named ? { name: this.#name(sql) } : {};
      const { rows } = await client.run({ ...name, text: sql, values: [...parameters] });
      return rows;
    } finally {
      client.release();
    }
  }

  #name(sql: string): string {
    const name = this.#names.get(sql) ?? `sverka-${this.#names.size + 1}`;
    this.#names.set(sql, name);
    return name;
  }
}
