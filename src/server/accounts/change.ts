import type { Call } from '../call.ts';
import { InvalidToken } from '../sessions/errors.ts';
import type { Caller } from '../sessions/service.ts';
import type { Account, AccountChanges, ContactValues } from './account.ts';
import { AccountNotFound } from './errors.ts';
import type { AccountReader } from './reader.ts';
import { personColumns, takeNames } from './registration.ts';
import { releaseIdentities, setPassword, updateAccount } from './store.ts';

/** Writes all changes or none. Throws AccountNotFound, AlreadyExists, InvalidToken. */
export function changeAccount(
  call: Call,
  reader: AccountReader,
  { account: { id }, token }: Caller,
  changes: AccountChanges,
  passwordHash: string | undefined,
): Promise<void> {
  const now = call.now.toISOString();
  return call.database.transaction(async (db) => {
    const found = await updateAccount(db, id, { ...personColumns(changes), updated_at: now });
    if (!found) throw new AccountNotFound();
    if (passwordHash !== undefined && !(await setPassword(db, id, passwordHash, token)))
      throw new InvalidToken();
    if (changes.contacts === undefined) return;
    const account = await reader.byId(db, id);
    await releaseIdentities(db, id);
    await takeNames(db, now, id, { ...(account && contactValues(account)), ...given(changes.contacts) });
  });
}

/** Without members that are undefined, which would hide what is there. */
function given(values: ContactValues): ContactValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function contactValues(account: Account): ContactValues {
  return Object.fromEntries(account.contacts.map(({ type, value }) => [type, value]));
}
