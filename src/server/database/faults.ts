import type { DatabaseConnection, Dialect, DialectAdapter, Driver } from 'kysely';
import type { Engine } from './engine.ts';

/** What a server started for testing can be asked to suffer, for one request. */
export type Fault = 'database-unavailable' | 'internal-error';

/** A dialect that compiles like the engine's own and fails where the real one would: at its driver. */
export function createFaultyDialect(engine: Engine, fault: Fault): Dialect {
  const dialect = engine.createDialect();
  return {
    // Kysely keeps its turn-taking lock when a connection that is taken in turns cannot be had: the second request with
    // a fault would wait forever.
    createAdapter: () => sharable(dialect.createAdapter()),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => new FaultyDriver(engine, fault),
  };
}

function sharable(adapter: DialectAdapter): DialectAdapter {
  return Object.defineProperty(adapter, 'supportsMultipleConnections', { value: true });
}

class FaultyDriver implements Driver {
  readonly #engine: Engine;
  readonly #fault: Fault;
  constructor(engine: Engine, fault: Fault) {
    this.#engine = engine;
    this.#fault = fault;
  }
  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#fault === 'database-unavailable') throw this.#engine.refusal();
    return brokenConnection;
  }
  async init(): Promise<void> {}
  async beginTransaction(): Promise<void> {}
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

const brokenConnection: DatabaseConnection = {
  async executeQuery() {
    throw new Error('a fault was asked for: the database function failed in an unexpected way');
  },
  // biome-ignore lint/correctness/useYield: it fails before it could give a row
  async *streamQuery() {
    throw new Error('a fault was asked for: the database function failed in an unexpected way');
  },
};
