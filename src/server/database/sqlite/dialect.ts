import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import type { DirectAdapter, RunDirectly } from '../direct.ts';
import { toInput } from './input.ts';
import { ReadingConnection } from './reading-connection.ts';

/** How long a process waits for another one's write lock before it gives up, milliseconds. */
const BUSY_TIMEOUT = 5_000;

/** Kysely over node:sqlite. `file` is a path or `:memory:`. */
export function createSqliteDialect(file: string): Dialect {
  // A database in memory is its connection's alone.
  const reading = file === ':memory:' ? undefined : new ReadingConnection(file);
  return {
    createAdapter: () => new TransactionalSqliteAdapter(reading),
    createDriver: () => new ImmediateSqliteDriver({ database: async () => open(file, reading) }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** SQLite does roll back DDL, so a migration of several statements happens as a whole or not at all. */
class TransactionalSqliteAdapter extends SqliteAdapter implements DirectAdapter {
  readonly #reading: ReadingConnection | undefined;
  constructor(reading: ReadingConnection | undefined) {
    super();
    this.#reading = reading;
  }
  directWay({ query }: CompiledQuery): RunDirectly | undefined {
    return query.kind === 'SelectQueryNode' ? this.#reading?.read : undefined;
  }
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * Takes the write lock when a transaction begins. A deferred transaction would take it at its first write, and where
 * another process wrote in between that fails at once (SQLITE_BUSY_SNAPSHOT) instead of waiting.
 */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/**
 * WAL with synchronous=NORMAL: a commit is in the operating system's hands before it is acknowledged, so killing the
 * process loses nothing; a power cut may lose the last commits but never damages the file
 * (https://www.sqlite.org/pragma.html#pragma_synchronous).
 */
function open(file: string, reading: ReadingConnection | undefined): SqliteDatabase {
  if (file !== ':memory:') createPrivately(file);
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT, enableForeignKeyConstraints: true });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY');
  reading?.open(BUSY_TIMEOUT);
  const statements = new Map<string, SqliteStatement>();
  return {
    prepare: (sql) => statements.get(sql) ?? remember(statements, sql, adapt(database.prepare(sql))),
    close() {
      reading?.close();
      database.close();
    },
  };
}

/**
 * Hashes of passwords and the key that signs tokens are in it: a new file is for its owner alone. SQLite gives the files
 * beside it (`-wal`, `-shm`) the mode of the first.
 */
function createPrivately(file: string): void {
  try {
    closeSync(openSync(file, 'ax', 0o600));
  } catch {
    // It is there already, or cannot be: SQLite will tell.
  }
}

/** Statements come from code, not from users, so there are few of them; the bound is for `in (…)` lists of many lengths. */
function remember(
  statements: Map<string, SqliteStatement>,
  sql: string,
  statement: SqliteStatement,
): SqliteStatement {
  if (statements.size > 500) statements.clear();
  statements.set(sql, statement);
  return statement;
}

function adapt(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(toInput)),
    run: (parameters) => statement.run(...parameters.map(toInput)),
    iterate: (parameters) => statement.iterate(...parameters.map(toInput)),
  };
}
