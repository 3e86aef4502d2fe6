import type { Kysely } from 'kysely';
import type { Engine } from '../engine.ts';

/** Tokens of every kind say under which password they were issued, so that a new one ends them all. */
export async function addPasswordVersions(db: Kysely<unknown>, { columns }: Engine): Promise<void> {
  for (const table of ['accounts', 'sessions', 'access_keys']) {
    await db.schema
      .alterTable(table)
      .addColumn('password_version', 'integer', (column) => column.notNull().defaultTo(1))
      .execute();
  }
  await db.schema.alterTable('accounts').addColumn('password_set_by', columns.uuid).execute();
}
