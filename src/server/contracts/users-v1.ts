import type { components, operations } from '../../types/users-v1.ts';
import type { Account } from '../accounts/account.ts';
import type { ContractModule } from './contract-module.ts';
import { accountsDialect } from './dialects/accounts.ts';
import type { Handlers } from './handlers.ts';
import { newAccountFrom } from './new-user.ts';

/** Create and read users. */
export const usersV1: ContractModule = {
  id: 'users-v1',
  log: 'users',
  dialect: accountsDialect,
  handlers: ({ accounts }): Handlers<operations> => ({
    async createUser({ body }, call) {
      const { id } = await accounts.register(call, newAccountFrom(body));
      return { status: 201, body: toUser(await accounts.get(call, id)) };
    },
    getMe: (_request, call) => ({ status: 200, body: toUser(call.caller.account) }),
    async getUser({ path }, call) {
      return { status: 200, body: toUser(await accounts.get(call, path.id)) };
    },
  }),
};

function toUser(account: Account): components['schemas']['User'] {
  return {
    id: account.id,
    created_at: account.createdAt,
    updated_at: account.updatedAt,
    is_active: account.isActive,
    profile: account.profile,
    groups: [...account.groups],
    contacts: [...account.contacts],
  };
}
