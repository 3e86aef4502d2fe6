import type { Kysely } from 'kysely';
import type { Engine } from '../engine.ts';

/** Access tokens that carry nothing and are looked up, unlike JWTs. They are kept as their hashes. */
export async function createAccessKeys(db: Kysely<unknown>, { columns }: Engine): Promise<void> {
  await db.schema
    .createTable('access_keys')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('jti', columns.uuid, (column) => column.notNull())
    .addColumn('account_id', columns.uuid, (column) =>
      column.notNull().references('accounts.id').onDelete('cascade'),
    )
    .addColumn('expires_at', columns.moment, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('access_keys_by_account').on('access_keys').column('account_id').execute();
}
