import type { components, operations } from '../../types/event-messenger.ts';
import { EventNotFound } from '../events/errors.ts';
import type { Event } from '../events/event.ts';
import type { Events } from '../events/service.ts';
import type { TokenPair } from '../sessions/service.ts';
import type { ContractModule } from './contract-module.ts';
import { eventDialect } from './dialects/events.ts';
import { eventNumber, newEventFrom, toEvent } from './event-json.ts';
import type { HandlerCall, Handlers } from './handlers.ts';

/** Seconds an access token works. */
const LIFETIME = 3600;

/** Registration confirmed by mail, login, and events that are drafted, sent and voted on. */
export const eventMessenger: ContractModule = {
  id: 'event-messenger',
  log: 'event-messenger',
  dialect: eventDialect,
  handlers: ({ accounts, confirmations, sessions, events }): Handlers<operations> => ({
    async register({ body }, call) {
      const { username, password, 'e-mail': email } = body;
      const account = { contacts: { second_login: username, email }, password };
      await confirmations.register(call, account, email);
      return { status: 200, body: {} };
    },
    async confirmUser({ path }, call) {
      if (call.isHead) {
        // What scans mails looks at their links by HEAD, and must not use them up.
        await confirmations.check(call, path.token);
        const body = tokens({ accessToken: 'unsent', refreshToken: 'unsent' });
        return { status: 200, body, isStandIn: true };
      }
      const holder = await confirmations.confirm(call, path.token);
      return { status: 200, body: tokens(await sessions.open(call, holder, LIFETIME)) };
    },
    async login({ body }, call) {
      const { username, password } = body.login;
      const holder = await accounts.checkPassword(call, username, password, { orId: true });
      return { status: 200, body: tokens(await sessions.open(call, holder, LIFETIME)) };
    },
    async createEvent({ body }, call) {
      return found(await events.create(call, call.caller.account.id, newEventFrom(body)));
    },
    async getEvent({ path }, call) {
      return found(await events.get(call, call.caller.account.id, numberOf(path.event_id)));
    },
    async changeEvent({ path, body }, call) {
      return found(await change(events, call, numberOf(path.event_id), body));
    },
  }),
};

type Schemas = components['schemas'];

/** One change is one thing: the document lets no two in. */
function change(
  events: Events,
  call: HandlerCall,
  id: number,
  { event }: Schemas['EventChange'],
): Promise<Event> {
  const { id: caller } = call.caller.account;
  if ('status' in event) return events.send(call, caller, id);
  if ('members' in event) return events.reply(call, caller, id, only(event.members).reply);
  if ('date' in event) return events.vote(call, caller, id, 'date', only(event.date).confirmed);
  return events.vote(call, caller, id, 'place', only(event.place).confirmed);
}

/** The document asks for lists of exactly one. */
function only<T>([item]: readonly T[]): T {
  if (item === undefined) throw new Error('a list of one is empty: validation let it through');
  return item;
}

function numberOf(eventId: string): number {
  const number = eventNumber(eventId);
  if (number === undefined) throw new EventNotFound();
  return number;
}

function found(event: Event): { status: 200; body: Schemas['EventFound'] } {
  return { status: 200, body: { event: toEvent(event) } };
}

function tokens({ accessToken, refreshToken }: TokenPair): Schemas['Tokens'] {
  return {
    access_token: accessToken,
    token_type: 'bearer',
    expires_in: LIFETIME,
    refresh_token: refreshToken,
    example_parameter: 'example_value',
  };
}
