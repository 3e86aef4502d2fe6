import { z } from 'zod';
import type { Answer } from '../support/http.ts';
import { type Asked, register } from './subject.ts';

/** Somebody with an account, by the id event-messenger knows him by. */
export interface Somebody {
  readonly id: string;
  readonly token: string;
}

export async function somebody(subject: Asked): Promise<Somebody> {
  const { user, access_token } = await register(subject);
  return { id: user.second_login, token: access_token };
}

const poll = (value: 'date' | 'place') =>
  z.array(
    z.object({
      drafts: z.array(z.object({ [value]: z.string(), votes: z.number() })),
      confirmed: z.string().nullable(),
    }),
  );
const member = z.object({ id: z.string(), role: z.string(), chat_success: z.boolean() });
const schema = z.object({
  event: z.object({
    id: z.string(),
    status: z.boolean(),
    date: poll('date'),
    place: poll('place'),
    members: z.array(z.object({ invited: z.array(member), confirmed: z.array(member) })),
  }),
});

export type ShownEvent = z.infer<typeof schema>['event'];

/** The event of an answer; fails when it has none. */
export function eventOf({ body }: Answer): ShownEvent {
  return schema.parse(body).event;
}

/** The places of an event as `place: votes`; the confirmed one has no number, as none is shown. */
export function placesOf({ place: [place] }: ShownEvent): Record<string, unknown> {
  const drafts = (place?.drafts ?? []).map((draft) => [draft.place, draft.votes]);
  return { ...Object.fromEntries(drafts), ...(place?.confirmed && { [place.confirmed]: 'confirmed' }) };
}

/** An event with the places A, B and C, sent to everybody who is named. */
export async function sentEvent(
  subject: Asked,
  maker: Somebody,
  invited: readonly Somebody[],
): Promise<string> {
  const places = ['A', 'B', 'C'].map((place) => ({ place }));
  const event = {
    name: 'Шашлыки',
    place: [{ drafts: places }],
    members: [{ invited: invited.map(({ id }) => ({ id })) }],
  };
  const created = await subject.ask('event-messenger/event', { body: { event }, token: maker.token });
  const { id } = eventOf(created);
  await change(subject, maker, id, { status: true });
  return id;
}

/** Changes one thing of an event. */
export function change(subject: Asked, who: Somebody, id: string, event: unknown): Promise<Answer> {
  return subject.ask(`event-messenger/event/${id}`, { method: 'PUT', body: { event }, token: who.token });
}

export function voteFor(subject: Asked, who: Somebody, id: string, place: string): Promise<Answer> {
  return change(subject, who, id, { place: [{ confirmed: place }] });
}
