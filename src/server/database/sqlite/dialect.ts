import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
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

/** How long a process waits for another one's write lock before it gives up, milliseconds. */
const BUSY_TIMEOUT = 5_000;

/** Kysely over node:sqlite. `file` is a path or `:memory:`. */
export function createSqliteDialect(file: string): Dialect {
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver: () => new ImmediateSqliteDriver({ database: async () => open(file) }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** SQLite does roll back DDL, so a migration of several statements happens as a whole or not at all. */
class TransactionalSqliteAdapter extends SqliteAdapter {
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
function open(file: string): SqliteDatabase {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT, enableForeignKeyConstraints: true });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY');
  const statements = new Map<string, SqliteStatement>();
  return {
    prepare: (sql) => statements.get(sql) ?? remember(statements, sql, adapt(database.prepare(sql))),
    close: () => database.close(),
  };
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

/** node:sqlite would take an object in first place for named parameters; anything it cannot bind is a mistake of ours. */
function toInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite cannot bind a value of type ${typeof value}`);
}
