import type { Insertable } from 'kysely';
import { type Db, prepare } from '../database/prepared.ts';
import type { AccessKeyRow, SessionRow } from '../database/tables.ts';

export async function insertSession(db: Db, row: Insertable<SessionRow>): Promise<void> {
  await db.insertInto('sessions').values(row).execute();
}

/**
 * Puts the next refresh token in the place of a valid one. One UPDATE, so of parallel tries with the same token the
 * database lets exactly one through; the others get undefined, and so does a session that an older password opened.
 */
export async function exchangeRefreshToken(
  db: Db,
  now: string,
  used: string,
  next: { readonly refresh_hash: string; readonly expires_at: string },
): Promise<Pick<SessionRow, 'id' | 'account_id' | 'password_version'> | undefined> {
  const row = await db
    .updateTable('sessions')
    .set(next)
    .where('refresh_hash', '=', used)
    .where('expires_at', '>', now)
    .where('password_version', '=', (session) =>
      session
        .selectFrom('accounts')
        .select('accounts.password_version')
        .whereRef('accounts.id', '=', 'sessions.account_id'),
    )
    .returning(['id', 'account_id', 'password_version'])
    .executeTakeFirst();
  if (row) await db.insertInto('used_refresh_tokens').values({ hash: used, session_id: row.id }).execute();
  return row;
}

/** Ends the session in which this refresh token was used before; true when there is one. */
export async function endSessionOfUsedToken(db: Db, hash: string): Promise<boolean> {
  const ended = await db
    .deleteFrom('sessions')
    .where('id', 'in', (used) =>
      used.selectFrom('used_refresh_tokens').select('session_id').where('hash', '=', hash),
    )
    .returning('id')
    .execute();
  return ended.length > 0;
}

export async function deleteSessionsOf(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('sessions').where('account_id', '=', accountId).execute();
}

/** True for the one call that blocks it. */
export async function revokeToken(db: Db, jti: string, expiresAt: string): Promise<boolean> {
  const rows = await db
    .insertInto('revoked_tokens')
    .values({ jti, expires_at: expiresAt })
    .onConflict((conflict) => conflict.column('jti').doNothing())
    .returning('jti')
    .execute();
  return rows.length > 0;
}

/** Removes sessions, keys and blocks whose tokens have expired anyway. */
export async function deleteExpired(db: Db, now: string): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<=', now).execute();
  await db.deleteFrom('revoked_tokens').where('expires_at', '<=', now).execute();
  await db.deleteFrom('access_keys').where('expires_at', '<=', now).execute();
}

export async function insertAccessKey(db: Db, row: AccessKeyRow): Promise<void> {
  await db.insertInto('access_keys').values(row).execute();
}

const findKey = prepare((db, value) =>
  db
    .selectFrom('access_keys')
    .select(['hash', 'jti', 'account_id', 'password_version', 'expires_at'])
    .where('hash', '=', value<string>('hash'))
    .where('expires_at', '>', value<string>('now')),
);

export async function findAccessKey(db: Db, hash: string, now: string): Promise<AccessKeyRow | undefined> {
  const [row] = await findKey(db, { hash, now });
  return row;
}
