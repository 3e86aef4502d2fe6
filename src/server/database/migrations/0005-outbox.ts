import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

/** Mails and SMS, written with what caused them and sent afterwards. `due_at` is null once nothing is left to do. */
export async function createOutbox(db: Kysely<unknown>, { columns }: Engine): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('id', columns.uuid, (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull().check(sql`channel in ('mail', 'sms')`))
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('code', 'text')
    .addColumn('link', 'text')
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('created_at', columns.moment, (column) => column.notNull())
    .addColumn('expires_at', columns.moment, (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(sql`state in ('waiting', 'sending', 'sent', 'failed')`),
    )
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('due_at', columns.moment)
    .addColumn('claim', columns.uuid)
    .addColumn('reason', 'text')
    .execute();
  await db.schema
    .createIndex('outbox_due')
    .on('outbox')
    .columns(['channel', 'due_at'])
    .where('due_at', 'is not', null)
    .execute();
}
