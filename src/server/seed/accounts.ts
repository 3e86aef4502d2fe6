import { isObject } from '../../contract/json.ts';
import type { NewAccount } from '../accounts/account.ts';
import type { Passwords } from '../accounts/passwords.ts';
import { insertWhole } from '../accounts/registration.ts';
import { findGroups } from '../accounts/store.ts';
import type { Database } from '../database/database.ts';
import { canonicalUuid, isUuid } from '../uuid.ts';
import { claimSeed } from './claim.ts';

interface AccountSeed {
  readonly id: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly account: NewAccount;
}

export const accountNeeds =
  '"id" (a UUID), "password", "created_at" (ISO 8601), and a "second_login", "email" or "phone"';

export function toAccountSeed(value: unknown): AccountSeed | undefined {
  if (!isObject(value)) return undefined;
  const text = (member: string) => (typeof value[member] === 'string' ? value[member] : undefined);
  const [id, password, createdAt] = [canonicalUuid(text('id') ?? ''), text('password'), text('created_at')];
  const contacts = { second_login: text('second_login'), email: text('email'), phone: text('phone') };
  const isNameless = Object.values(contacts).every((contact) => contact === undefined);
  if (!isUuid(id) || password === undefined || !isMoment(createdAt) || isNameless) return undefined;
  const account: NewAccount = {
    contacts,
    password,
    name: text('name'),
    surname: text('surname'),
    patronymic: text('patronymic'),
    birthday: text('birthday'),
    userType: text('user_type'),
    groups: Array.isArray(value.group_names) ? value.group_names.map(String) : [],
    isActive: value.is_active !== false,
  };
  return { id, createdAt: new Date(createdAt).toISOString(), account };
}

function isMoment(text: string | undefined): text is string {
  return text !== undefined && !Number.isNaN(Date.parse(text));
}

/** Throws AlreadyExists when somebody else has one of the names. */
export async function seedAccounts(
  database: Database,
  passwords: Passwords,
  seeds: readonly AccountSeed[],
): Promise<void> {
  for (const { id, createdAt: now, account } of seeds) {
    const passwordHash = await passwords.hash(account.password);
    await database.transaction(async (db) => {
      if (!(await claimSeed(db, `account ${id}`, now))) return;
      const groups = await findGroups(db, account.groups ?? []);
      await insertWhole(db, { id, account, passwordHash, groups: groups.map((group) => group.id), now });
    });
  }
}
