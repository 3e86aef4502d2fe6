import type { Kysely } from 'kysely';
import type { Engine } from '../engine.ts';

/** Wrong tries by account and by address, counted where all processes see them. */
export async function createAttempts(db: Kysely<unknown>, { columns }: Engine): Promise<void> {
  await db.schema
    .createTable('attempts')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('window_ends_at', columns.moment, (column) => column.notNull())
    .execute();
}
