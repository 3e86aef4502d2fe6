import type { Call } from '../call.ts';
import type { Limits } from '../limits/limit.ts';
import { limited, suspectsOf } from '../limits/limiter.ts';
import type { Caller } from '../sessions/service.ts';
import { canonicalUuid, isUuid } from '../uuid.ts';
import type { Account, AccountChanges, Holder, NewAccount } from './account.ts';
import { changeAccount } from './change.ts';
import { AccountNotFound, InvalidCredentials } from './errors.ts';
import { normaliseIdentity } from './identity.ts';
import type { Passwords } from './passwords.ts';
import type { AccountReader } from './reader.ts';
import { type AlongWith, writeAccount } from './registration.ts';
import { findCredentials, findCredentialsById } from './store.ts';

/** Accounts: one store for all contracts. */
export interface Accounts {
  /** Creates an account, with what else is to be written together with it, and returns whose it is. Throws AlreadyExists, GroupNotFound. */
  register(call: Call, account: NewAccount, alongWith?: AlongWith): Promise<Holder>;
  /** Whose login, e-mail or phone and password these are. Throws InvalidCredentials, TooManyRequests. */
  checkPassword(call: Call, login: string, password: string, options?: LoginOptions): Promise<Holder>;
  /** Throws AccountNotFound. */
  get(call: Call, id: string): Promise<Account>;
  /** The id of the account with this login, e-mail or phone. */
  findId(call: Call, login: string): Promise<string | undefined>;
  /**
   * Changes the caller's account. A new password ends all its sessions and tokens, but the caller's token stays good.
   * Throws AccountNotFound, AlreadyExists, and InvalidToken where another new password has ended that token meanwhile.
   */
  change(call: Call, caller: Caller, changes: AccountChanges): Promise<void>;
}

interface LoginOptions {
  /** An account's id is taken for a login as well. */
  readonly orId?: boolean;
}

export function createAccounts(reader: AccountReader, passwords: Passwords, limits: Limits): Accounts {
  return {
    async register(call, account, alongWith) {
      const holder = await writeAccount(call, account, await passwords.hash(account.password), alongWith);
      call.log.info('account registered', { accountId: holder.id });
      return holder;
    },
    async checkPassword(call, login, password, { orId = false } = {}) {
      const { db } = call.database;
      const identity = normaliseIdentity(login);
      const byId = orId && isUuid(identity);
      // An id first: anybody may choose a name that looks like somebody's id.
      const found =
        (byId ? await findCredentialsById(db, identity) : undefined) ?? (await findCredentials(db, identity));
      // By the account's id, so that its three names do not give three times the tries.
      const counted = { key: found ? `account:${found.id}` : `login:${identity}`, limit: limits.account };
      const holder = await limited(call, suspectsOf(call, counted, limits), async () =>
        (await passwords.matches(found?.passwordHash, password)) && found?.isActive ? found : undefined,
      );
      if (!holder) throw new InvalidCredentials();
      return holder;
    },
    async get(call, id) {
      const account = await reader.byId(call.database.db, canonicalUuid(id));
      if (!account) throw new AccountNotFound();
      return account;
    },
    async findId(call, login) {
      const found = await findCredentials(call.database.db, normaliseIdentity(login));
      return found?.isActive ? found.id : undefined;
    },
    async change(call, caller, changes) {
      const hash = changes.password === undefined ? undefined : await passwords.hash(changes.password);
      await changeAccount(call, reader, caller, changes, hash);
      call.log.info('account changed', { accountId: caller.account.id });
    },
  };
}
