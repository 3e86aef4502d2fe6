import type { Kysely } from 'kysely';
import type { Engine } from '../engine.ts';

/** Accounts that wait for the link in a mail to be opened. The link's token is kept as its hash. */
export async function createConfirmations(db: Kysely<unknown>, { columns }: Engine): Promise<void> {
  await db.schema
    .createTable('confirmations')
    .addColumn('account_id', columns.uuid, (column) =>
      column.primaryKey().references('accounts.id').onDelete('cascade'),
    )
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('expires_at', columns.moment, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('confirmations_by_end').on('confirmations').column('expires_at').execute();
}
