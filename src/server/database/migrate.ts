import { Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import { migrations } from './migrations/index.ts';

/** Names of the migrations this version brings and the database has not had yet, in order. */
export async function pendingMigrations(database: Database): Promise<readonly string[]> {
  const all = await createMigrator(database).getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

/**
 * Brings the database up to date and tells which migrations that took. Several processes may do it at once: one does
 * the work, the others wait. Throws the driver's error when the database refuses; a failed migration leaves no trace.
 */
export async function migrate(database: Database): Promise<readonly string[]> {
  const { error, results = [] } = await createMigrator(database).migrateToLatest();
  if (error) throw error;
  return results.map(({ migrationName }) => migrationName);
}

function createMigrator({ db, engine }: Database): Migrator {
  return new Migrator({
    db,
    migrationTableName: 'schema_migrations',
    migrationLockTableName: 'schema_migrations_lock',
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          Object.entries(migrations).map(([name, step]) => [
            name,
            { up: (transaction) => step(transaction, engine) },
          ]),
        ),
    },
  });
}
