import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

/** One event store for all contracts. Keys are what makes a member, a draft and a vote one of its kind. */
export async function createEvents(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await createEventTable(db, engine);
  await createMembers(db, engine);
  await createPolls(db, engine);
}

async function createEventTable(db: Kysely<unknown>, { columns }: Engine): Promise<void> {
  await db.schema
    .createTable('events')
    .addColumn('id', columns.counter, (column) => column.primaryKey())
    .addColumn('maker_id', columns.uuid, (column) =>
      column.notNull().references('accounts.id').onDelete('cascade'),
    )
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('additional', 'text', (column) => column.notNull())
    .addColumn('votes_cast', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', columns.moment, (column) => column.notNull())
    .addColumn('sent_at', columns.moment)
    .execute();
  await db.schema.createIndex('events_by_maker').on('events').column('maker_id').execute();
}

async function createMembers(db: Kysely<unknown>, { columns }: Engine): Promise<void> {
  await db.schema
    .createTable('event_members')
    .addColumn('event_id', 'bigint', (column) => column.notNull().references('events.id').onDelete('cascade'))
    .addColumn('account_id', columns.uuid, (column) =>
      column.notNull().references('accounts.id').onDelete('cascade'),
    )
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull().check(sql`role in ('user', 'admin')`))
    .addColumn('reply', 'text', (column) => column.check(sql`reply in ('confirmed', 'maybe', 'declined')`))
    .addPrimaryKeyConstraint('event_members_pair', ['event_id', 'account_id'])
    .execute();
  await db.schema.createIndex('event_members_by_account').on('event_members').column('account_id').execute();
}

async function createPolls(db: Kysely<unknown>, { columns }: Engine): Promise<void> {
  await db.schema
    .createTable('event_drafts')
    .addColumn('event_id', 'bigint', (column) => column.notNull().references('events.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('date', 'place')`))
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('confirmed_at', columns.moment)
    .addPrimaryKeyConstraint('event_drafts_once', ['event_id', 'kind', 'value'])
    .execute();
  await db.schema
    .createTable('event_votes')
    .addColumn('event_id', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('account_id', columns.uuid, (column) =>
      column.notNull().references('accounts.id').onDelete('cascade'),
    )
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_votes_one_each', ['event_id', 'kind', 'account_id'])
    .addForeignKeyConstraint(
      'event_votes_for_a_draft',
      ['event_id', 'kind', 'value'],
      'event_drafts',
      ['event_id', 'kind', 'value'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('event_votes_by_account').on('event_votes').column('account_id').execute();
  await db.schema
    .createIndex('event_votes_by_draft')
    .on('event_votes')
    .columns(['event_id', 'kind', 'value'])
    .execute();
}
