import { type Database, type DatabaseOptions, openDatabase } from './database/database.ts';
import { isUnavailable } from './database/engine.ts';
import { migrate, pendingMigrations } from './database/migrate.ts';
import { StartError } from './start-error.ts';

/**
 * Opens a database and sees that its schema is complete: brings it up to date with `apply`, else only looks.
 * Throws StartError: `database-unreachable`, `migrations-pending`.
 */
export async function prepareDatabase(options: DatabaseOptions, apply: boolean): Promise<Database> {
  const database = openDatabase(options);
  try {
    if (apply) await migrate(database);
    else await requireMigrated(database);
    return database;
  } catch (error) {
    await database.close().catch(() => {});
    throw orUnreachable(database, error);
  }
}

/** What to throw where a start failed on this database: StartError `database-unreachable`, or what it was. */
export function orUnreachable(database: Database, error: unknown): unknown {
  return isUnavailable(database.engine, error) ? unreachable(database, error) : error;
}

async function requireMigrated(database: Database): Promise<void> {
  const pending = await pendingMigrations(database);
  if (pending.length === 0) return;
  const { name } = database.engine;
  throw new StartError(
    'migrations-pending',
    `${name} lacks ${pending.join(', ')}: run "sverka migrate" first`,
  );
}

function unreachable({ engine }: Database, cause: unknown): StartError {
  const reason = cause instanceof Error && cause.message ? cause.message : 'it does not answer';
  return new StartError('database-unreachable', `${engine.name} cannot be reached: ${reason}`, { cause });
}
