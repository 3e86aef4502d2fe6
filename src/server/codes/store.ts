import type { Db } from '../database/prepared.ts';
import type { Channel, CodeRow, ContactType } from '../database/tables.ts';

/** Whose code it is, and the way it goes. */
export interface CodeKey {
  readonly accountId: string;
  readonly channel: Channel;
}

/**
 * Puts a new code in the place of the one before, unless that was sent after `resendFrom`. One statement, so of parallel
 * requests the database lets exactly one through; true for that one.
 */
export async function replaceCode(db: Db, row: CodeRow, resendFrom: string): Promise<boolean> {
  const written = await db
    .insertInto('codes')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'channel'])
        .doUpdateSet({ hash: row.hash, tries: row.tries, sent_at: row.sent_at, expires_at: row.expires_at })
        .where('codes.sent_at', '<=', resendFrom),
    )
    .returning('account_id')
    .execute();
  return written.length > 0;
}

/** When the latest code was sent. */
export async function findSentAt(db: Db, { accountId, channel }: CodeKey): Promise<string | undefined> {
  const row = await db
    .selectFrom('codes')
    .select('sent_at')
    .where('account_id', '=', accountId)
    .where('channel', '=', channel)
    .executeTakeFirst();
  return row?.sent_at;
}

/**
 * Tries a code: counts the try and, when it is the right one, uses it up. One UPDATE, so that of parallel tries with the
 * right code exactly one wins, and a thousand guesses sent at once are worth no more than `tries` of them.
 */
export async function tryCode(
  db: Db,
  { accountId, channel }: CodeKey,
  guess: { readonly hash: string; readonly now: string; readonly tries: number },
): Promise<boolean> {
  const row = await db
    .updateTable('codes')
    .set((old) => ({
      tries: old('tries', '+', 1),
      hash: old.fn<string | null>('nullif', ['hash', old.val(guess.hash)]),
    }))
    .where('account_id', '=', accountId)
    .where('channel', '=', channel)
    .where('hash', 'is not', null)
    .where('tries', '<', guess.tries)
    .where('expires_at', '>', guess.now)
    .returning('hash')
    .executeTakeFirst();
  return row?.hash === null;
}

/** Remembers when a contact was first proved to be its owner's. */
export async function markVerified(db: Db, accountId: string, type: ContactType, now: string): Promise<void> {
  await db
    .updateTable('contacts')
    .set({ verified_at: now })
    .where('account_id', '=', accountId)
    .where('type', '=', type)
    .where('verified_at', 'is', null)
    .execute();
}

/** Removes codes nobody can use any more. */
export async function forgetDeadCodes(db: Db, now: string): Promise<void> {
  await db.deleteFrom('codes').where('expires_at', '<=', now).execute();
}
