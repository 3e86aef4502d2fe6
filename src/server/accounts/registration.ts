import { randomUUID } from 'node:crypto';
import type { Call } from '../call.ts';
import { deleteUnconfirmed } from '../confirmations/store.ts';
import type { Db } from '../database/prepared.ts';
import type { AccountRow, ContactType } from '../database/tables.ts';
import { type ContactValues, contactTypes, type Holder, type NewAccount, type Person } from './account.ts';
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
): Promise<Holder> {
  const id = randomUUID();
  return call.database.transaction(async (db) => {
    const groups = await openGroups(db, account.groups ?? []);
    await insertWhole(db, { id, account, passwordHash, groups, now: call.now.toISOString() });
    await alongWith?.(db, id);
    return { id, passwordVersion: 1 };
  });
}

/** An account as it is written, with the ids of its groups. */
interface WholeAccount {
  readonly id: string;
  readonly account: NewAccount;
  readonly passwordHash: string;
  readonly groups: readonly number[];
  /** ISO 8601. */
  readonly now: string;
}

/** Writes an account, its names and groups. Await it in a transaction. Throws AlreadyExists. */
export async function insertWhole(
  db: Db,
  { id, account, passwordHash, groups, now }: WholeAccount,
): Promise<void> {
  await insertAccount(db, {
    id,
    password_hash: passwordHash,
    user_role: 'Not_Verifyed',
    created_at: now,
    ...(account.isActive === false && { deactivated_at: now }),
    ...personColumns(account),
  });
  await takeNames(db, now, id, account.contacts);
  await joinGroups(db, id, groups);
}

/** Takes all these names for the account, or throws AlreadyExists with the first that somebody else has. */
export async function takeNames(
  db: Db,
  now: string,
  accountId: string,
  values: ContactValues,
): Promise<void> {
  const contacts = contactEntries(values);
  const identities = contacts.map(({ value }) => normaliseIdentity(value));
  await deleteUnconfirmed(db, now, identities);
  const claimed = await claimIdentities(db, accountId, identities);
  const taken = contacts.find(({ value }) => !claimed.has(normaliseIdentity(value)));
  if (taken) throw new AlreadyExists(taken.type);
  await saveContacts(db, accountId, contacts);
}

type PersonColumn = 'name' | 'surname' | 'patronymic' | 'birthday' | 'user_type';

/** Columns for the members that are given. */
export function personColumns(person: Person): Partial<Pick<AccountRow, PersonColumn>> {
  const { name, surname, patronymic, birthday, userType } = person;
  const columns = { name, surname, patronymic, birthday, user_type: userType };
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
