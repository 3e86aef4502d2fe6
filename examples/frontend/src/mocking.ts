import { network } from 'virtual:msw';
import { handlersFor } from 'sverka/msw';
import auth from 'sverka/spec/auth-v1.yaml';
import messenger from 'sverka/spec/event-messenger.yaml';
import users from 'sverka/spec/users-v1.yaml';
import type { operations } from 'sverka/types/event-messenger';
import type { Event } from './events.tsx';
import { server } from './server.ts';

const at = (id: string) => ({ baseUrl: `${server}/${id}` });

/** The mock inside this page: the documents answer, but for two operations where their examples are too little. */
export async function startMocking(): Promise<void> {
  const drafts = new Map<string, Event>();
  const messages = handlersFor<operations>(
    messenger,
    {
      async createEvent({ body, reply }) {
        const event = draftOf((await body()).event, `a${String(drafts.size + 1).padStart(2, '0')}`);
        drafts.set(event.id, event);
        return reply(200, { event });
      },
      changeEvent({ params, reply }) {
        const draft = drafts.get(params.event_id);
        return draft && reply(200, { event: { ...draft, status: true } });
      },
    },
    at('event-messenger'),
  );
  network.configure({
    handlers: [
      ...handlersFor(auth, {}, at('auth-v1')),
      ...handlersFor(users, {}, at('users-v1')),
      ...messages,
    ],
    onUnhandledFrame: 'bypass',
  });
  await network.enable();
}

type Sent = operations['createEvent']['requestBody']['content']['application/json']['event'];

function draftOf({ name, date = [], place = [], members = [], additional = '' }: Sent, id: string): Event {
  return {
    id,
    name,
    status: false,
    date: date.map(({ drafts = [] }) => ({
      drafts: drafts.map((draft) => ({ ...draft, votes: 0 })),
      confirmed: null,
    })),
    place: place.map(({ drafts = [] }) => ({
      drafts: drafts.map((draft) => ({ ...draft, votes: 0 })),
      confirmed: null,
    })),
    members: members.map(({ invited = [] }) => ({
      invited: invited.map(({ id, role = 'user' }) => ({ id, name: id, role, chat_success: false })),
      confirmed: [],
    })),
    additional,
  };
}
