import type { components } from '../../types/event-messenger.ts';
import type { Draft, Event, Member, NewEvent, Poll } from '../events/event.ts';

type Schemas = components['schemas'];

/** Events are numbered; event-messenger shows 1 as "a01" and 100 as "a100". */
function eventId(number: number): string {
  return `a${String(number).padStart(2, '0')}`;
}

/** The number of an event by its id; undefined for what no event can have for an id. */
export function eventNumber(id: string): number | undefined {
  const number = Number(id.slice(1));
  return Number.isSafeInteger(number) && number > 0 && eventId(number) === id ? number : undefined;
}

/** What a new event says; what belongs to the server (`id`, `votes`, names, …) may stand in it and is not used. */
export function newEventFrom({ event }: Schemas['NewEvent']): NewEvent {
  const { name, additional = '', date: [date] = [], place: [place] = [], members: [members] = [] } = event;
  return {
    name,
    additional,
    polls: {
      date: {
        drafts: (date?.drafts ?? []).map((draft) => draft.date),
        confirmed: date?.confirmed ?? undefined,
      },
      place: {
        drafts: (place?.drafts ?? []).map((draft) => draft.place),
        confirmed: place?.confirmed ?? undefined,
      },
    },
    invited: (members?.invited ?? []).map(({ id, role = 'user' }) => ({ user: id, role })),
  };
}

/** An event as event.json has it: lists of one, empty where nothing was drafted and nobody invited. */
export function toEvent({ id, name, isSent, polls, members, additional }: Event): Schemas['Event'] {
  const invited = members.map(toMember);
  const confirmed = members.filter(({ reply }) => reply === 'confirmed').map(toMember);
  return {
    id: eventId(id),
    name,
    status: isSent,
    date: toList(polls.date, ({ value, votes }) => ({ date: value, votes })),
    place: toList(polls.place, ({ value, votes }) => ({ place: value, votes })),
    members: invited.length === 0 ? [] : [{ invited, confirmed }],
    additional,
  };
}

function toList<Item>({ drafts, confirmed }: Poll, toItem: (draft: Draft) => Item) {
  if (drafts.length === 0 && !confirmed) return [];
  return [{ drafts: drafts.map(toItem), confirmed: confirmed?.value ?? null }];
}

function toMember({ accountId, username, name, role, reply }: Member): Schemas['Member'] {
  const id = username ?? accountId;
  return { id, name: name ?? id, role, chat_success: reply === 'confirmed' || reply === 'maybe' };
}
