import type { Call } from '../call.ts';
import type { PollKind, Reply } from '../database/tables.ts';
import { writeEvent } from './creation.ts';
import { EventNotFound, EventNotOpen, NotDrafted, NotInvited, NotTheMaker } from './errors.ts';
import type { Event, NewEvent } from './event.ts';
import type { EventReader } from './reader.ts';
import { castVote, findEventsBy, markSent, saveReply } from './store.ts';

/**
 * Events: one store for all contracts. Whatever is done to an event is done by an account; all that take an event's number
 * throw EventNotFound, and EventNotOpen for who neither made it nor is invited to it since it was sent.
 */
export interface Events {
  /** Saves a draft. Throws UnknownUser, MakerInvited. */
  create(call: Call, makerId: string, event: NewEvent): Promise<Event>;
  get(call: Call, accountId: string, id: number): Promise<Event>;
  /** Gives or moves the account's one vote for the date or the place. Throws NotDrafted. */
  vote(call: Call, accountId: string, id: number, kind: PollKind, value: string): Promise<Event>;
  /** Shows the event to those who are invited. Throws NotTheMaker. */
  send(call: Call, accountId: string, id: number): Promise<Event>;
  /** Throws NotInvited. */
  reply(call: Call, accountId: string, id: number, reply: Reply): Promise<Event>;
  /** Numbers of the events this account made, oldest first. */
  madeBy(call: Call, accountId: string): Promise<readonly number[]>;
}

export function createEvents(reader: EventReader): Events {
  const find = async (call: Call, id: number, db = call.database.db): Promise<Event> => {
    const event = await reader.byId(db, id);
    if (!event) throw new EventNotFound();
    return event;
  };
  const open = async (call: Call, accountId: string, id: number): Promise<Event> => {
    const event = await find(call, id);
    if (!isOpenTo(event, accountId)) throw new EventNotOpen();
    return event;
  };
  return {
    async create(call, makerId, event) {
      const created = await call.database.transaction(async (db) =>
        find(call, await writeEvent(db, call.now.toISOString(), makerId, event), db),
      );
      call.log.info('event created', { eventId: created.id });
      return created;
    },
    get: open,
    async vote(call, accountId, id, kind, value) {
      const event = await open(call, accountId, id);
      if (!isDrafted(event, kind, value)) throw new NotDrafted(kind, value);
      return call.database.transaction(async (db) => {
        await castVote(db, { event_id: id, account_id: accountId, kind, value });
        return find(call, id, db);
      });
    },
    async send(call, accountId, id) {
      const event = await open(call, accountId, id);
      if (event.makerId !== accountId) throw new NotTheMaker();
      await markSent(call.database.db, id, call.now.toISOString());
      call.log.info('event sent', { eventId: id });
      return find(call, id);
    },
    async reply(call, accountId, id, reply) {
      await open(call, accountId, id);
      if (!(await saveReply(call.database.db, id, accountId, reply))) throw new NotInvited();
      return find(call, id);
    },
    madeBy: (call, accountId) => findEventsBy(call.database.db, accountId),
  };
}

function isOpenTo({ makerId, isSent, members }: Event, accountId: string): boolean {
  return makerId === accountId || (isSent && members.some((member) => member.accountId === accountId));
}

function isDrafted({ polls }: Event, kind: PollKind, value: string): boolean {
  const { drafts, confirmed } = polls[kind];
  return confirmed?.value === value || drafts.some((draft) => draft.value === value);
}
