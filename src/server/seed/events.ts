import { isObject } from '../../contract/json.ts';
import type { Contract } from '../../contract/types.ts';
import { validateValue } from '../../contract/validate-value.ts';
import type { components } from '../../types/event-messenger.ts';
import { newEventFrom } from '../contracts/event-json.ts';
import type { Database } from '../database/database.ts';
import type { Db } from '../database/prepared.ts';
import type { PollKind, Reply } from '../database/tables.ts';
import { writeEvent } from '../events/creation.ts';
import type { Draft } from '../events/event.ts';
import { castVote, markSent, saveReply } from '../events/store.ts';
import { findUsers } from '../events/users.ts';
import { StartError } from '../start-error.ts';
import { claimSeed } from './claim.ts';

type Schemas = components['schemas'];

/** An event as event-messenger answers with, and the id there of who made it. */
interface EventSeed extends Pick<Schemas['EventFound'], 'event'> {
  readonly owner: string;
}

export const eventNeeds = '"owner", the id of a user, and "event" as event-messenger answers with';

export function createEventReader(contract: Contract): (value: unknown) => EventSeed | undefined {
  const schema = { $ref: '#/components/schemas/Event' };
  const isEvent = (value: unknown): value is Schemas['Event'] =>
    validateValue(contract, schema, value).length === 0;
  return (value) => {
    if (!isObject(value) || typeof value.owner !== 'string' || !isEvent(value.event)) return undefined;
    return { owner: value.owner, event: value.event };
  };
}

/** Numbers are given in the order of the list. Throws StartError `bad-seed` when there are not people enough to vote. */
export async function seedEvents(
  database: Database,
  seeds: readonly EventSeed[],
  now: string,
): Promise<void> {
  for (const seed of seeds) {
    await database.transaction(async (db) => {
      if (await claimSeed(db, `event ${seed.event.id}`, now)) await insertEvent(db, seed, now);
    });
  }
}

async function insertEvent(db: Db, { owner, event }: EventSeed, now: string): Promise<void> {
  const invited = event.members.flatMap((members) => members.invited);
  const users = await findUsers(db, [owner, ...invited.map(({ id }) => id)]);
  const makerId = users.get(owner);
  if (makerId === undefined) throw new StartError('bad-seed', `event ${event.id}: nobody is called ${owner}`);
  const eventId = await writeEvent(db, now, makerId, newEventFrom({ event: { ...event, status: false } }));
  if (event.status) await markSent(db, eventId, now);
  await insertReplies(db, eventId, event, users);
  await insertVotes(db, eventId, event, [...users.values()]);
}

async function insertReplies(
  db: Db,
  eventId: number,
  { members }: Schemas['Event'],
  users: ReadonlyMap<string, string>,
): Promise<void> {
  const confirmed = new Set(members.flatMap((lists) => lists.confirmed.map(({ id }) => id)));
  for (const member of members.flatMap(({ invited }) => invited)) {
    const [accountId, reply] = [users.get(member.id), replyOf(member, confirmed)];
    if (accountId && reply) await saveReply(db, eventId, accountId, reply);
  }
}

async function insertVotes(
  db: Db,
  eventId: number,
  event: Schemas['Event'],
  voters: readonly string[],
): Promise<void> {
  for (const kind of ['date', 'place'] as const) {
    for (const [index, value] of votesOf(event, kind).entries()) {
      const voter = voters[index];
      if (voter === undefined) throw new StartError('bad-seed', `event ${event.id}: more votes than people`);
      await castVote(db, { event_id: eventId, account_id: voter, kind, value });
    }
  }
}

function replyOf({ id, chat_success }: Schemas['Member'], confirmed: ReadonlySet<string>): Reply | undefined {
  if (confirmed.has(id)) return 'confirmed';
  return chat_success ? 'maybe' : undefined;
}

/** What to vote for, one vote after the other; what is confirmed gets as many as the best draft, and the last one. */
function votesOf(event: Schemas['Event'], kind: PollKind): string[] {
  const drafts = draftsOf(event, kind);
  const confirmed = event[kind].flatMap((poll) => poll.confirmed ?? []);
  const best = Math.max(0, ...drafts.map(({ votes }) => votes));
  return [
    ...drafts.flatMap(({ value, votes }) => repeat(value, votes)),
    ...confirmed.flatMap((value) => repeat(value, best)),
  ];
}

function draftsOf({ date, place }: Schemas['Event'], kind: PollKind): Draft[] {
  if (kind === 'date')
    return date.flatMap(({ drafts }) => drafts.map((draft) => ({ ...draft, value: draft.date })));
  return place.flatMap(({ drafts }) => drafts.map((draft) => ({ ...draft, value: draft.place })));
}

function repeat(value: string, times: number): string[] {
  return Array.from({ length: times }, () => value);
}
