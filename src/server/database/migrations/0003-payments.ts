import type { Kysely } from 'kysely';
import type { Engine } from '../engine.ts';

/** The foreign key is what rejects an unknown MID, the primary key what keeps a repeated delivery one payment. */
export async function createPayments(db: Kysely<unknown>, { columns }: Engine): Promise<void> {
  await db.schema
    .createTable('merchants')
    .addColumn('mid', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('payments')
    .addColumn('id', columns.uuid, (column) => column.primaryKey())
    .addColumn('mid', 'text', (column) => column.notNull().references('merchants.mid'))
    .addColumn('amount', columns.decimal, (column) => column.notNull())
    .addColumn('paid_at', columns.moment, (column) => column.notNull())
    .addColumn('description', 'text')
    .addColumn('payload', columns.json, (column) => column.notNull())
    .addColumn('received_at', columns.moment, (column) => column.notNull())
    .execute();
}
