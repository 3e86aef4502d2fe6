import type { Holder } from '../accounts/account.ts';
import type { Db } from '../database/prepared.ts';
import type { ConfirmationRow } from '../database/tables.ts';

export async function insertConfirmation(db: Db, row: ConfirmationRow): Promise<void> {
  await db.insertInto('confirmations').values(row).execute();
}

/** True while the link waits to be used. */
export async function isConfirmation(db: Db, tokenHash: string, now: string): Promise<boolean> {
  const found = await db
    .selectFrom('confirmations')
    .select('account_id')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return found !== undefined;
}

/** Makes the account active that waits for this link, and returns whose it is. Of parallel tries one gets it. */
export async function useConfirmation(db: Db, tokenHash: string, now: string): Promise<Holder | undefined> {
  const used = await db
    .deleteFrom('confirmations')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .returning('account_id')
    .executeTakeFirst();
  if (!used) return undefined;
  return db
    .updateTable('accounts')
    .set({ deactivated_at: null })
    .where('id', '=', used.account_id)
    .returning(['id', 'password_version as passwordVersion'])
    .executeTakeFirst();
}

/**
 * Deletes accounts that nobody confirmed in time, with everything of theirs: those that hold one of these names, or all.
 * That an account is still inactive is asked once more, for it may be confirmed at this very moment.
 */
export async function deleteUnconfirmed(db: Db, now: string, identities?: readonly string[]): Promise<void> {
  if (identities?.length === 0) return;
  let late = db.selectFrom('confirmations').select('account_id').where('expires_at', '<=', now);
  if (identities) {
    late = late.where('account_id', 'in', (names) =>
      names.selectFrom('identities').select('account_id').where('value', 'in', identities),
    );
  }
  await db.deleteFrom('accounts').where('deactivated_at', 'is not', null).where('id', 'in', late).execute();
}
