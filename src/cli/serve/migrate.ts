import { type Database, openDatabase } from '../../server/database/database.ts';
import { isUnavailable } from '../../server/database/engine.ts';
import { migrate, pendingMigrations } from '../../server/database/migrate.ts';
import type { MigrateFlags } from '../commands/migrate.ts';
import { CommandFailure, type Context, type ExitCode } from '../context.ts';
import { chooseDatabase } from './database.ts';
import { readEnvironment } from './environment.ts';

/** `sverka migrate`: 0 when the schema is complete (now), 1 when `--check` found something missing. */
export async function migrateDatabase(flags: MigrateFlags, context: Context): Promise<ExitCode> {
  const database = openDatabase(chooseDatabase(flags.database, readEnvironment(context.env), context));
  try {
    return flags.check ? await tell(database, context) : await apply(database, context);
  } catch (error) {
    if (!isUnavailable(database.engine, error)) throw error;
    const reason = error instanceof Error && error.message ? error.message : 'it does not answer';
    throw new CommandFailure(
      `${database.engine.name} cannot be reached: ${reason}`,
      'Check --database or DATABASE_URL.',
    );
  } finally {
    await database.close().catch(() => {});
  }
}

async function tell(database: Database, { stdout }: Context): Promise<ExitCode> {
  const pending = await pendingMigrations(database);
  for (const name of pending) stdout.write(`missing: ${name}\n`);
  if (pending.length === 0) stdout.write('the schema is up to date\n');
  return pending.length === 0 ? 0 : 1;
}

async function apply(database: Database, { stdout }: Context): Promise<ExitCode> {
  const applied = await migrate(database);
  for (const name of applied) stdout.write(`applied: ${name}\n`);
  if (applied.length === 0) stdout.write('the schema was up to date\n');
  return 0;
}
