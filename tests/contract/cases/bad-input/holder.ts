import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Operation } from '../../../../src/contract/types.ts';
import { freshPhone } from '../../../support/fresh-phone.ts';
import { type Answer, ask } from '../../../support/http.ts';
import type { Subject } from '../../targets/target.ts';

/** Somebody logged in, and the ids of what is theirs, by the names that path parameters have. */
export interface Holder {
  readonly token: string;
  readonly ids: Readonly<Record<string, string>>;
}

const known = new WeakMap<Subject, Promise<Holder>>();

/** After these the token works no more, or the account is another. */
const spending = new Set(['logout', 'signOut', 'changeAccount']);

/** The one holder of a subject, or a new one for operations that use it up. */
export function getHolder(subject: Subject, { id }: Operation): Promise<Holder> {
  if (spending.has(id)) return register(subject);
  const holder = known.get(subject) ?? register(subject);
  known.set(subject, holder);
  return holder;
}

const registrations = new WeakMap<Subject, number>();

/** How many accounts, each with an event, were made for holders: they are no outcome of the case that needed them. */
export function registeredBy(subject: Subject): number {
  return registrations.get(subject) ?? 0;
}

const tokens = z.object({ access_token: z.string() });
const account = z.object({ id: z.union([z.string(), z.number()]) });
const event = z.object({ event: z.object({ id: z.union([z.string(), z.number()]) }) });

async function register(subject: Subject): Promise<Holder> {
  const unique = randomUUID();
  const registration = await ask(`${subject.url}/auth-v1/register`, {
    body: {
      second_login: `holder-${unique}`,
      phone: freshPhone(),
      email: `${unique}@example.com`,
      password: 'correct horse battery staple',
      group_names: ['customer'],
    },
  });
  registrations.set(subject, registeredBy(subject) + 1);
  const token = read(tokens, registration).access_token;
  const { id } = read(account, await ask(`${subject.url}/users-v1/me`, { token }));
  const made = await ask(`${subject.url}/event-messenger/event`, { token, body: newEvent });
  const { id: eventId } = read(event, made).event;
  return { token, ids: { id: String(id), user_id: String(id), event_id: String(eventId) } };
}

function read<Body>(schema: z.ZodType<Body>, { status, headers, body }: Answer): Body {
  const { success, data } = schema.safeParse(body);
  if (success) return data;
  throw new Error(
    `nobody can be registered: ${status} ${JSON.stringify(body)} ${headers.get('x-request-id')}`,
  );
}

const newEvent = {
  event: {
    name: 'A walk',
    status: false,
    date: [{ drafts: [{ date: '01.02.2018' }] }],
    place: [{ drafts: [{ place: 'The park' }] }],
    members: [{ invited: [] }],
    additional: '',
  },
};
