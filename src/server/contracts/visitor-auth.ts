import type { components, operations } from '../../types/visitor-auth.ts';
import { type Account, contactOf } from '../accounts/account.ts';
import type { ContractModule } from './contract-module.ts';
import { visitorDialect } from './dialects/visitors.ts';
import type { Handlers } from './handlers.ts';

/** Seconds an access token works; there is nothing to renew it with. */
const LIFETIME = 12 * 60 * 60;

/** Visitors and organizers register, log in and read what is known of them. */
export const visitorAuth: ContractModule = {
  id: 'visitor-auth',
  log: 'visitor-auth',
  dialect: visitorDialect,
  handlers: ({ accounts, sessions, events }): Handlers<operations> => ({
    async register({ body }, call) {
      const { username, email, phone_number, password, name, surname, birthday, role } = body;
      const holder = await accounts.register(call, {
        contacts: { second_login: username, email, phone: phone_number },
        password,
        name,
        surname,
        birthday,
        groups: [role === 'organizer' ? 'organizer' : 'customer'],
      });
      return { status: 200, body: token(await sessions.issueAccess(call, holder, LIFETIME)) };
    },
    async login({ body }, call) {
      const holder = await accounts.checkPassword(call, body.username, body.password);
      return { status: 200, body: token(await sessions.issueAccess(call, holder, LIFETIME)) };
    },
    async getMe(_request, call) {
      const { account } = call.caller;
      const organized = await events.madeBy(call, account.id);
      return { status: 200, body: { ...toVisitor(account), organized_events: [...organized] } };
    },
  }),
};

type Schemas = components['schemas'];

function token(accessToken: string): Schemas['Token'] {
  return { access_token: accessToken, token_type: 'bearer' };
}

function toVisitor(account: Account): Omit<Schemas['Visitor'], 'organized_events'> {
  const [email, phone] = [contactOf(account, 'email'), contactOf(account, 'phone')];
  return {
    username: contactOf(account, 'second_login') ?? email ?? phone ?? account.id,
    email: email ?? null,
    role: account.groups.some(({ name }) => name === 'organizer') ? 'organizer' : 'visitor',
    name: account.name,
    surname: account.surname,
    birthday: account.birthday,
    phone_number: phone ?? null,
  };
}
