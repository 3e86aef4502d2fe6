import type { Insertable, Selectable, Updateable } from 'kysely';
import { type Db, prepare } from '../database/prepared.ts';
import type { AccountRow, ContactType } from '../database/tables.ts';
import type { Claims } from '../sessions/access-tokens.ts';
import type { Account, Holder } from './account.ts';

/** What comparing a password needs. */
export interface Credentials extends Holder {
  readonly passwordHash: string;
  readonly isActive: boolean;
}

const findByIdentity = prepare((db, value) =>
  db
    .selectFrom('identities')
    .innerJoin('accounts', 'accounts.id', 'identities.account_id')
    .select(['accounts.id', 'accounts.password_hash', 'accounts.password_version', 'accounts.deactivated_at'])
    .where('identities.value', '=', value<string>('identity')),
);

/** `identity` in its normal form. */
export async function findCredentials(db: Db, identity: string): Promise<Credentials | undefined> {
  const [row] = await findByIdentity(db, { identity });
  return row && toCredentials(row);
}

/** `id` as the database keeps it. */
export async function findCredentialsById(db: Db, id: string): Promise<Credentials | undefined> {
  const row = await db
    .selectFrom('accounts')
    .select(['id', 'password_hash', 'password_version', 'deactivated_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toCredentials(row);
}

type CredentialColumn = 'id' | 'password_hash' | 'password_version' | 'deactivated_at';

function toCredentials(row: Pick<Selectable<AccountRow>, CredentialColumn>): Credentials {
  return {
    id: row.id,
    passwordHash: row.password_hash,
    passwordVersion: row.password_version,
    isActive: row.deactivated_at === null,
  };
}

export async function insertAccount(db: Db, row: Insertable<AccountRow>): Promise<void> {
  await db.insertInto('accounts').values(row).execute();
}

export async function updateAccount(db: Db, id: string, row: Updateable<AccountRow>): Promise<boolean> {
  const changed = await db.updateTable('accounts').set(row).where('id', '=', id).returning('id').execute();
  return changed.length > 0;
}

/**
 * Sets a new password, which ends all tokens issued under the old one but for the access token it is set with. False where
 * another password has ended that one meanwhile: a stolen token must not undo what was done against the theft.
 */
export async function setPassword(
  db: Db,
  id: string,
  passwordHash: string,
  { jti, passwordVersion }: Claims,
): Promise<boolean> {
  const changed = await db
    .updateTable('accounts')
    .set((account) => ({
      password_hash: passwordHash,
      password_version: account('password_version', '+', 1),
      password_set_by: jti,
    }))
    .where('id', '=', id)
    .where((row) => row.or([row('password_version', '=', passwordVersion), row('password_set_by', '=', jti)]))
    .returning('id')
    .execute();
  return changed.length > 0;
}

/**
 * Takes these names for the account and returns those it got; the others belong to somebody. Sorted, so that two
 * registrations of the same names wait for each other instead of blocking each other.
 */
export async function claimIdentities(
  db: Db,
  accountId: string,
  values: Iterable<string>,
): Promise<Set<string>> {
  const rows = [...new Set(values)].sort().map((value) => ({ value, account_id: accountId }));
  if (rows.length === 0) return new Set();
  const claimed = await db
    .insertInto('identities')
    .values(rows)
    .onConflict((conflict) => conflict.column('value').doNothing())
    .returning('value')
    .execute();
  return new Set(claimed.map(({ value }) => value));
}

export async function releaseIdentities(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('identities').where('account_id', '=', accountId).execute();
}

/** Writes contacts; one of a type that is there already keeps its id, and while it stays the same, its verification. */
export async function saveContacts(
  db: Db,
  accountId: string,
  contacts: readonly { readonly id: string; readonly type: ContactType; readonly value: string }[],
): Promise<void> {
  if (contacts.length === 0) return;
  await db
    .insertInto('contacts')
    .values(contacts.map((contact) => ({ ...contact, account_id: accountId })))
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'type']).doUpdateSet((row) => ({
        value: row.ref('excluded.value'),
        verified_at: row
          .case()
          .when('contacts.value', '=', row.ref('excluded.value'))
          .then(row.ref('contacts.verified_at'))
          .else(null)
          .end(),
      })),
    )
    .execute();
}

export async function findGroups(db: Db, names: readonly string[]): Promise<Account['groups']> {
  if (names.length === 0) return [];
  return db.selectFrom('groups').select(['id', 'name']).where('name', 'in', names).execute();
}

export async function joinGroups(db: Db, accountId: string, groupIds: readonly number[]): Promise<void> {
  if (groupIds.length === 0) return;
  await db
    .insertInto('account_groups')
    .values(groupIds.map((group_id) => ({ account_id: accountId, group_id })))
    .execute();
}
