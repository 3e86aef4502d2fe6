import type { Kysely } from 'kysely';
import type { Engine } from '../engine.ts';

/** Sessions with their one valid refresh token, the used ones, blocked access tokens, and the key they are signed with. */
export async function createSessions(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await createRefreshTokens(db, engine);
  await db.schema
    .createTable('revoked_tokens')
    .addColumn('jti', engine.columns.uuid, (column) => column.primaryKey())
    .addColumn('expires_at', engine.columns.moment, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('settings')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}

async function createRefreshTokens(db: Kysely<unknown>, { columns }: Engine): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('id', columns.uuid, (column) => column.primaryKey())
    .addColumn('account_id', columns.uuid, (column) =>
      column.notNull().references('accounts.id').onDelete('cascade'),
    )
    .addColumn('refresh_hash', 'text', (column) => column.notNull().unique())
    .addColumn('expires_at', columns.moment, (column) => column.notNull())
    .addColumn('created_at', columns.moment, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('sessions_by_account').on('sessions').column('account_id').execute();
  await db.schema
    .createTable('used_refresh_tokens')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('session_id', columns.uuid, (column) =>
      column.notNull().references('sessions.id').onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createIndex('used_refresh_tokens_by_session')
    .on('used_refresh_tokens')
    .column('session_id')
    .execute();
}
