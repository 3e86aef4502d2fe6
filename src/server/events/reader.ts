import type { Engine } from '../database/engine.ts';
import { type Db, prepare } from '../database/prepared.ts';
import type { MemberRole, PollKind, Reply } from '../database/tables.ts';
import type { Event, Member } from './event.ts';
import { type Candidate, toPoll } from './poll.ts';

/** Reads whole events, each in one query, so that votes and members are of one moment. */
export interface EventReader {
  byId(db: Db, id: number): Promise<Event | undefined>;
}

export function createEventReader(engine: Engine): EventReader {
  const byId = prepare((db, value) => selectEvent(engine, db).where('events.id', '=', value<number>('id')));
  return {
    async byId(db, id) {
      const [row] = await byId(db, { id });
      return row && toEvent(row);
    },
  };
}

function selectEvent(engine: Engine, db: Db) {
  return db
    .selectFrom('events')
    .select(['id', 'maker_id', 'name', 'additional', 'sent_at'])
    .select((event) => [
      engine
        .jsonArray(
          event
            .selectFrom('event_drafts')
            .leftJoin('event_votes', (vote) =>
              vote
                .onRef('event_votes.event_id', '=', 'event_drafts.event_id')
                .onRef('event_votes.kind', '=', 'event_drafts.kind')
                .onRef('event_votes.value', '=', 'event_drafts.value'),
            )
            .select(['event_drafts.kind', 'event_drafts.value', 'event_drafts.position'])
            .select('event_drafts.confirmed_at')
            .select(({ fn }) => [
              fn.count('event_votes.account_id').as('votes'),
              fn.max('event_votes.number').as('latest_vote'),
            ])
            .whereRef('event_drafts.event_id', '=', 'events.id')
            .groupBy(['event_drafts.event_id', 'event_drafts.kind', 'event_drafts.value']),
        )
        .as('drafts'),
      engine
        .jsonArray(
          event
            .selectFrom('event_members')
            .innerJoin('accounts', 'accounts.id', 'event_members.account_id')
            .leftJoin('contacts', (contact) =>
              contact
                .onRef('contacts.account_id', '=', 'event_members.account_id')
                .on('contacts.type', '=', 'second_login'),
            )
            .select(['event_members.account_id', 'event_members.position', 'event_members.role'])
            .select(['event_members.reply', 'accounts.name', 'contacts.value as username'])
            .whereRef('event_members.event_id', '=', 'events.id'),
        )
        .as('members'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectEvent>['executeTakeFirstOrThrow']>>;

function toEvent(row: Row): Event {
  const drafts: DraftJson[] = JSON.parse(row.drafts);
  const candidates = Map.groupBy(drafts, ({ kind }) => kind);
  return {
    id: row.id,
    makerId: row.maker_id,
    name: row.name,
    additional: row.additional,
    isSent: row.sent_at !== null,
    polls: {
      date: toPoll((candidates.get('date') ?? []).map(toCandidate)),
      place: toPoll((candidates.get('place') ?? []).map(toCandidate)),
    },
    members: toMembers(row.members),
  };
}

interface DraftJson {
  readonly kind: PollKind;
  readonly value: string;
  readonly position: number;
  readonly confirmed_at: string | null;
  readonly votes: number;
  readonly latest_vote: number | null;
}

function toCandidate({ value, position, votes, latest_vote, confirmed_at }: DraftJson): Candidate {
  return { value, position, votes, latestVote: latest_vote, isPreset: confirmed_at !== null };
}

interface MemberJson {
  readonly account_id: string;
  readonly position: number;
  readonly role: MemberRole;
  readonly reply: Reply | null;
  readonly name: string | null;
  readonly username: string | null;
}

function toMembers(json: string): Member[] {
  const members: MemberJson[] = JSON.parse(json);
  return members
    .sort((one, other) => one.position - other.position)
    .map(({ account_id: accountId, username, name, role, reply }) => ({
      accountId,
      username,
      name,
      role,
      reply,
    }));
}
