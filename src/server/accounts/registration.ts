import { randomUUID } from 'node:crypto';
import type { Call } from '../call.ts';
import { deleteUnconfirmed } from '../confirmations/store.ts';
import type { Db } from '../database/prepared.ts';
import type { AccountRow, ContactType } from '../database/tables.ts';
import { type ContactValues, contactTypes, type NewAccount, type Person } from './account.ts';
import { AlreadyExists, GroupNotFound } from './errors.ts';
import { normaliseIdentity } from './identity.ts';
import { claimIdentities, findGroups, insertAccount, joinGroups, saveContacts } from './store.ts';

/** What else is written with a new account, in the same transaction. */
export type AlongWith = (db: Db, accountId: string) => Promise<void>;

/** Writes a new account with everything that belongs to it, or nothing. Throws AlreadyExists, GroupNotFound. */
export function writeAccount(
  call: Call,
  account: NewAccount,
  passwordHash: string,
  alongWith?: AlongWith,
): Promise<string> {
  const id = randomUUID();
  const now = call.now.toISOString();
  return call.database.transaction(async (db) => {
    const groups = await openGroups(db, account.groups ?? []);
    await insertAccount(db, {
      id,
      password_hash: passwordHash,
      user_role: 'Not_Verifyed',
      created_at: now,
      ...(account.isActive === false && { deactivated_at: now }),
      ...personColumns(account),
    });
    await takeNames(call, db, id, account.contacts);
    await joinGroups(db, id, groups);
    await alongWith?.(db, id);
    return id;
  });
}

/** Takes all these names for the account, or throws AlreadyExists with the first that somebody else has. */
export async function takeNames(call: Call, db: Db, accountId: string, values: ContactValues): Promise<void> {
  const contacts = contactEntries(values);
  const identities = contacts.map(({ value }) => normaliseIdentity(value));
  await deleteUnconfirmed(db, call.now.toISOString(), identities);
  const claimed = await claimIdentities(db, accountId, identities);
  const taken = contacts.find(({ value }) => !claimed.has(normaliseIdentity(value)));
  if (taken) throw new AlreadyExists(taken.type);
  await saveContacts(db, accountId, contacts);
}

type PersonColumn = 'name' | 'surname' | 'patronymic' | 'birthday' | 'role' | 'user_type';

/** Columns for the members that are given. */
export function personColumns(person: Person): Partial<Pick<AccountRow, PersonColumn>> {
  const { name, surname, patronymic, birthday, role, userType } = person;
  const columns = { name, surname, patronymic, birthday, role, user_type: userType };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

function contactEntries(values: ContactValues): { id: string; type: ContactType; value: string }[] {
  return contactTypes.flatMap((type) => {
    const value = values[type];
    return value === undefined ? [] : [{ id: randomUUID(), type, value }];
  });
}

/** Nobody makes himself an administrator: that group is answered like one that does not exist. */
const closed = new Set(['admin']);

async function openGroups(db: Db, names: readonly string[]): Promise<number[]> {
  const groups = await findGroups(db, names);
  const missing = names.find((name) => closed.has(name) || !groups.some((group) => group.name === name));
  if (missing !== undefined) throw new GroupNotFound(missing);
  return groups.map(({ id }) => id);
}
