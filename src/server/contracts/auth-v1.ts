import type { components, operations } from '../../types/auth-v1.ts';
import { PasswordRequired } from '../accounts/errors.ts';
import type { TokenPair } from '../sessions/service.ts';
import type { ContractModule } from './contract-module.ts';
import { accountsDialect } from './dialects/accounts.ts';
import type { Handlers } from './handlers.ts';
import { newAccountFrom } from './new-user.ts';

/** Register, log in, renew tokens, log out. */
export const authV1: ContractModule = {
  id: 'auth-v1',
  log: 'auth',
  dialect: accountsDialect,
  handlers: ({ accounts, sessions }): Handlers<operations> => ({
    async register({ body }, call) {
      const holder = await accounts.register(call, newAccountFrom(body));
      return { status: 201, body: tokens(await sessions.open(call, holder)) };
    },
    async login({ body }, call) {
      if (body.password === undefined) throw new PasswordRequired();
      const login = body.login ?? body.second_login ?? body.email ?? body.phone ?? '';
      const holder = await accounts.checkPassword(call, login, body.password);
      return { status: 200, body: tokens(await sessions.open(call, holder)) };
    },
    async refresh({ body }, call) {
      return { status: 200, body: tokens(await sessions.refresh(call, body.refresh_token)) };
    },
    async logout(_request, call) {
      await sessions.logout(call, call.caller);
      return { status: 200, body: { detail: 'Successfully logged out' } };
    },
  }),
};

function tokens({ accessToken, refreshToken }: TokenPair): components['schemas']['Tokens'] {
  return { access_token: accessToken, refresh_token: refreshToken };
}
