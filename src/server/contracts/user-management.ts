import type { components, operations } from '../../types/user-management.ts';
import { type Account, contactOf } from '../accounts/account.ts';
import type { Caller } from '../sessions/service.ts';
import { canonicalUuid } from '../uuid.ts';
import type { ContractModule } from './contract-module.ts';
import { envelopeDialect, ForeignAccount } from './dialects/envelope.ts';
import type { Handlers } from './handlers.ts';

const HOUR = 60 * 60;

/** How long a token works: in seconds, and as it is told (ISO 8601). */
const short = { seconds: 12 * HOUR, told: 'PT12H' } as const;
const remembered = { seconds: 30 * 24 * HOUR, told: 'P30D' } as const;

/** Accounts and their authentication, every body in an envelope. */
export const userManagement: ContractModule = {
  id: 'user-management',
  log: 'user-management',
  dialect: envelopeDialect,
  handlers: ({ accounts, sessions }): Handlers<operations> => ({
    async register({ body }, call) {
      const { user_type: userType, password } = body;
      const { id } = await accounts.register(call, { contacts: contactsFrom(body), password, userType });
      return { status: 200, body: { status: 'success', data: { user_id: id } } };
    },
    async login({ body }, call) {
      const holder = await accounts.checkPassword(call, body.email_or_name, body.password);
      const { seconds, told } = body.remember_me ? remembered : short;
      const token = await sessions.issueAccessKey(call, holder, seconds);
      return { status: 200, body: { status: 'success', data: { token, 'token-expiry': told } } };
    },
    async getAccount({ path }, call) {
      const account = await accounts.get(call, path.user_id);
      requireOwner(call.caller, path.user_id);
      return { status: 200, body: { status: 'success', data: toAccount(account) } };
    },
    async changeAccount({ path, body }, call) {
      await accounts.get(call, path.user_id);
      requireOwner(call.caller, path.user_id);
      const { user_type: userType, password } = body;
      await accounts.change(call, call.caller, { contacts: contactsFrom(body), password, userType });
      return { status: 200, body: { status: 'success' } };
    },
  }),
};

type Schemas = components['schemas'];

function requireOwner({ account }: Caller, userId: string): void {
  if (account.id !== canonicalUuid(userId)) throw new ForeignAccount();
}

function contactsFrom({ username, email, contact_number }: Schemas['AccountChange']) {
  return { second_login: username, email, phone: contact_number };
}

/** Accounts of other contracts may lack a name or a type. */
function toAccount(account: Account): Schemas['Account'] {
  return {
    id: account.id,
    email: contactOf(account, 'email') ?? null,
    user_type: account.userType ?? 'ind',
    username: contactOf(account, 'second_login') ?? null,
    contact_number: contactOf(account, 'phone') ?? null,
    user_role: account.userRole,
    created: account.createdAt,
    updated: account.updatedAt ?? account.createdAt,
  };
}
