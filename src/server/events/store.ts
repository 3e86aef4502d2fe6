import type { Insertable } from 'kysely';
import type { Db } from '../database/prepared.ts';
import type { EventDraftRow, EventMemberRow, EventVoteRow, Reply, Tables } from '../database/tables.ts';

/** Returns the number of the new event. */
export async function insertEvent(db: Db, row: Insertable<Tables['events']>): Promise<number> {
  const { id } = await db.insertInto('events').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function insertDrafts(db: Db, rows: readonly EventDraftRow[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('event_drafts').values(rows).execute();
}

export async function insertMembers(db: Db, rows: readonly Insertable<EventMemberRow>[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('event_members').values(rows).execute();
}

/**
 * Gives a vote or moves it; a vote for what it is for already changes nothing. Counting up the event's votes makes
 * parallel votes wait for each other, so that one of them is the latest. Await it in a transaction.
 */
export async function castVote(db: Db, vote: Omit<EventVoteRow, 'number'>): Promise<void> {
  const { votes_cast } = await db
    .updateTable('events')
    .set((event) => ({ votes_cast: event('votes_cast', '+', 1) }))
    .where('id', '=', vote.event_id)
    .returning('votes_cast')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('event_votes')
    .values({ ...vote, number: votes_cast })
    .onConflict((conflict) =>
      conflict
        .columns(['event_id', 'kind', 'account_id'])
        .doUpdateSet((row) => ({ value: row.ref('excluded.value'), number: row.ref('excluded.number') }))
        .whereRef('event_votes.value', '!=', 'excluded.value'),
    )
    .execute();
}

/** A second time changes nothing. */
export async function markSent(db: Db, id: number, now: string): Promise<void> {
  await db
    .updateTable('events')
    .set({ sent_at: now })
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .execute();
}

/** False when this account is not invited. */
export async function saveReply(db: Db, eventId: number, accountId: string, reply: Reply): Promise<boolean> {
  const rows = await db
    .updateTable('event_members')
    .set({ reply })
    .where('event_id', '=', eventId)
    .where('account_id', '=', accountId)
    .returning('account_id')
    .execute();
  return rows.length > 0;
}

/** Numbers of the events this account made, oldest first. */
export async function findEventsBy(db: Db, makerId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('events')
    .select('id')
    .where('maker_id', '=', makerId)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
