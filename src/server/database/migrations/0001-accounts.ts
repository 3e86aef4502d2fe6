import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

/** One account store for all contracts. `identities` is what makes a login, e-mail or phone unique across them. */
export async function createAccounts(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await createAccountTable(db, engine);
  await createNames(db, engine);
  await createGroups(db, engine);
}

async function createAccountTable(db: Kysely<unknown>, { columns }: Engine): Promise<void> {
  await db.schema
    .createTable('accounts')
    .addColumn('id', columns.uuid, (column) => column.primaryKey())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('surname', 'text')
    .addColumn('patronymic', 'text')
    .addColumn('birthday', 'text')
    .addColumn('user_type', 'text')
    .addColumn('user_role', 'text', (column) => column.notNull())
    .addColumn('profile', columns.json)
    .addColumn('created_at', columns.moment, (column) => column.notNull())
    .addColumn('updated_at', columns.moment)
    .addColumn('deactivated_at', columns.moment)
    .execute();
}

async function createNames(db: Kysely<unknown>, { columns }: Engine): Promise<void> {
  await db.schema
    .createTable('identities')
    .addColumn('value', 'text', (column) => column.primaryKey())
    .addColumn('account_id', columns.uuid, (column) =>
      column.notNull().references('accounts.id').onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('identities_by_account').on('identities').column('account_id').execute();
  await db.schema
    .createTable('contacts')
    .addColumn('id', columns.uuid, (column) => column.primaryKey())
    .addColumn('account_id', columns.uuid, (column) =>
      column.notNull().references('accounts.id').onDelete('cascade'),
    )
    .addColumn('type', 'text', (column) =>
      column.notNull().check(sql`type in ('second_login', 'email', 'phone')`),
    )
    .addColumn('value', 'text', (column) => column.notNull())
    .addUniqueConstraint('contacts_one_of_a_type', ['account_id', 'type'])
    .execute();
}

async function createGroups(db: Kysely<unknown>, { columns }: Engine): Promise<void> {
  await db.schema
    .createTable('groups')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .execute();
  await sql`insert into groups (id, name) values (1, 'customer'), (2, 'organizer'), (3, 'admin')`.execute(db);
  await db.schema
    .createTable('account_groups')
    .addColumn('account_id', columns.uuid, (column) =>
      column.notNull().references('accounts.id').onDelete('cascade'),
    )
    .addColumn('group_id', 'integer', (column) => column.notNull().references('groups.id'))
    .addPrimaryKeyConstraint('account_groups_pair', ['account_id', 'group_id'])
    .execute();
}
