import { Kysely, type Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import { createFaultyDialect, type Fault } from './faults.ts';
import { createPostgresEngine } from './postgres/engine.ts';
import { createSqliteEngine } from './sqlite/engine.ts';
import type { Tables } from './tables.ts';

/** Which database: embedded SQLite (a path or `:memory:`) or PostgreSQL by URL. */
export type DatabaseOptions =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly poolSize?: number };

/** How often a transaction is begun that gets into the way of others. */
const TRIES = 3;

/** An open database. Nothing is connected until the first query. */
export class Database {
  readonly engine: Engine;
  readonly db: Kysely<Tables>;
  readonly #faulty = new Map<Fault, Database>();

  constructor(engine: Engine, dialect = engine.createDialect()) {
    this.engine = engine;
    this.db = new Kysely<Tables>({ dialect });
  }

  /**
   * Runs `work` in one transaction: everything or nothing. Await only this database inside, and change nothing else: work
   * that got into another transaction's way is undone and begins again.
   */
  async transaction<T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T> {
    for (let triesLeft = TRIES - 1; ; triesLeft -= 1) {
      try {
        return await this.db.transaction().execute(work);
      } catch (error) {
        if (triesLeft === 0 || this.engine.explain(error).kind !== 'conflict') throw error;
      }
    }
  }

  /** The same database as a request sees it that asked for this fault. */
  suffering(fault: Fault): Database {
    const known = this.#faulty.get(fault);
    if (known) return known;
    const faulty = new Database(this.engine, createFaultyDialect(this.engine, fault));
    this.#faulty.set(fault, faulty);
    return faulty;
  }

  async close(): Promise<void> {
    await this.db.destroy();
  }
}

/** Opens a database by its options; the first query connects. */
export function openDatabase(options: DatabaseOptions): Database {
  return new Database(
    options.kind === 'sqlite'
      ? createSqliteEngine(options.file)
      : createPostgresEngine(options.url, options.poolSize),
  );
}
