import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';
import { explainPostgresError } from './failure.ts';

/**
 * A pooled connection that is used no more, and closed when it comes back, once a query on it had no proper end: pg would
 * let the next one wait behind it, for ever where the network swallowed the answer.
 */
export class CheckedClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  #broken: { readonly by: unknown } | undefined;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async run(query: pg.QueryConfig): Promise<pg.QueryResult> {
    if (this.#broken) throw this.#broken.by;
    try {
      return await this.#client.query(query);
    } catch (error) {
      if (!leavesItWhole(error)) this.#broken = { by: error };
      throw error;
    }
  }

  // Kysely's way to ask. It knows cursors as well, which nobody here uses.
  query<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  query(text: unknown, parameters: readonly unknown[] = []): unknown {
    return this.run({ text: String(text), values: [...parameters] });
  }

  release(destroy = false): void {
    this.#client.release(destroy || this.#broken !== undefined);
  }
}

/** A statement that the server refused; not one that it ended together with the connection, nor a timeout. */
function leavesItWhole(error: unknown): boolean {
  return error instanceof pg.DatabaseError && explainPostgresError(error).kind !== 'unavailable';
}
