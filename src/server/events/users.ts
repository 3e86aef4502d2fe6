import { normaliseIdentity } from '../accounts/identity.ts';
import type { Db } from '../database/prepared.ts';
import { canonicalUuid, isUuid } from '../uuid.ts';

/**
 * Account ids of users by what event-messenger knows them by: the username, and for those who have none the account id.
 * Those nobody has are missing. Nobody is found by an e-mail or a phone.
 */
export async function findUsers(db: Db, users: readonly string[]): Promise<Map<string, string>> {
  const names = await findByName(db, users.map(normaliseIdentity));
  const nameless = await findNameless(db, users.map(canonicalUuid).filter(isUuid));
  return new Map(
    users.flatMap((user) => {
      // An id first: anybody may choose a name that looks like somebody's id.
      const id = nameless.get(canonicalUuid(user)) ?? names.get(normaliseIdentity(user));
      return id === undefined ? [] : [[user, id]];
    }),
  );
}

async function findByName(db: Db, identities: readonly string[]): Promise<Map<string, string>> {
  if (identities.length === 0) return new Map();
  const rows = await db
    .selectFrom('identities')
    .innerJoin('accounts', 'accounts.id', 'identities.account_id')
    .innerJoin('contacts', 'contacts.account_id', 'identities.account_id')
    .select(['identities.value', 'identities.account_id', 'contacts.value as username'])
    .where('identities.value', 'in', identities)
    .where('contacts.type', '=', 'second_login')
    .where('accounts.deactivated_at', 'is', null)
    .execute();
  const usernames = rows.filter(({ value, username }) => normaliseIdentity(username) === value);
  return new Map(usernames.map(({ value, account_id }) => [value, account_id]));
}

async function findNameless(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('accounts')
    .select('id')
    .where('id', 'in', ids)
    .where('deactivated_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('contacts')
            .select('contacts.id')
            .whereRef('contacts.account_id', '=', 'accounts.id')
            .where('contacts.type', '=', 'second_login'),
        ),
      ),
    )
    .execute();
  return new Map(rows.map(({ id }) => [id, id]));
}
