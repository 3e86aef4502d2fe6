import type { CompiledQuery } from 'kysely';
import pg from 'pg';
import type { RunDirectly } from '../direct.ts';

/** A pool of connections that runs prepared queries as named statements: PostgreSQL parses and plans each once. */
export class DirectPool {
  readonly #config: pg.PoolConfig;
  readonly #names = new Map<string, string>();
  #pool: pg.Pool | undefined;

  constructor(config: pg.PoolConfig) {
    this.#config = config;
  }

  /** Undefined while it is not open. */
  get run(): RunDirectly | undefined {
    const pool = this.#pool;
    return pool && ((query, parameters) => this.#run(pool, query, parameters));
  }

  /** The pool; no connection is made before it is needed. */
  open(): pg.Pool {
    const pool = new pg.Pool(this.#config);
    // A connection that breaks must not end the process, idle or at work: its query reports the trouble, the next one
    // opens another. The pool itself listens to idle ones only.
    pool.on('error', () => {});
    pool.on('connect', (client) => client.on('error', () => {}));
    this.#pool = pool;
    return pool;
  }

  async #run<Row>(
    pool: pg.Pool,
    { sql }: CompiledQuery<Row>,
    parameters: readonly unknown[],
  ): Promise<Row[]> {
    const client = await pool.connect();
    try {
      const statement = { name: this.#name(sql), text: sql, values: [...parameters] };
      const { rows } = await client.query(statement);
      client.release();
      return rows;
    } catch (error) {
      // A statement that the server refused leaves the connection whole. Whatever else went wrong, nobody knows.
      client.release(!(error instanceof pg.DatabaseError));
      throw error;
    }
  }

  #name(sql: string): string {
    const name = this.#names.get(sql) ?? `sverka-${this.#names.size + 1}`;
    this.#names.set(sql, name);
    return name;
  }
}
