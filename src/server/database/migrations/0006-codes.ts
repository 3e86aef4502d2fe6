import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

/** The primary key is what keeps one live code for an account and a channel. */
export async function createCodes(db: Kysely<unknown>, { columns }: Engine): Promise<void> {
  await db.schema
    .createTable('codes')
    .addColumn('account_id', columns.uuid, (column) =>
      column.notNull().references('accounts.id').onDelete('cascade'),
    )
    .addColumn('channel', 'text', (column) => column.notNull().check(sql`channel in ('mail', 'sms')`))
    .addColumn('hash', 'text')
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('sent_at', columns.moment, (column) => column.notNull())
    .addColumn('expires_at', columns.moment, (column) => column.notNull())
    .addPrimaryKeyConstraint('codes_one_for_a_channel', ['account_id', 'channel'])
    .execute();
  await db.schema.alterTable('contacts').addColumn('verified_at', columns.moment).execute();
}
