import { type Insertable, type Selectable, sql } from 'kysely';
import { after } from '../call.ts';
import type { Db } from '../database/prepared.ts';
import type { Channel, OutboxRow } from '../database/tables.ts';

export async function insertMessage(db: Db, row: Insertable<OutboxRow>): Promise<void> {
  await db.insertInto('outbox').values(row).execute();
}

/** Ids of messages of a channel that are due, the longest waiting first. */
export async function findDue(db: Db, channel: Channel, now: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('id')
    .where('channel', '=', channel)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** A message that is being sent by us and nobody else. */
export interface Claimed {
  readonly id: string;
  readonly requestId: string;
  readonly claim: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly expiresAt: string;
  /** The number of this try, the first being 1. */
  readonly attempt: number;
}

/**
 * Takes a due message for sending until `leaseEnds`; undefined when somebody else has it. One UPDATE, so of parallel claims
 * the database lets exactly one through. `again`: also one whose sender vanished in the middle of it.
 */
export async function claimMessage(
  db: Db,
  id: string,
  claim: string,
  moments: { readonly now: string; readonly leaseEnds: string },
  again: boolean,
): Promise<Claimed | undefined> {
  const row = await db
    .updateTable('outbox')
    .set((old) => ({
      state: 'sending',
      claim,
      due_at: moments.leaseEnds,
      attempts: old('attempts', '+', 1),
    }))
    .where('id', '=', id)
    .where('due_at', '<=', moments.now)
    .where('state', 'in', again ? ['waiting', 'sending'] : ['waiting'])
    .returningAll()
    .executeTakeFirst();
  if (!row) return undefined;
  const { request_id, recipient, subject, text, expires_at, attempts } = row;
  return {
    id,
    requestId: request_id,
    claim,
    to: recipient,
    subject,
    text,
    expiresAt: expires_at,
    attempt: attempts,
  };
}

/** What a message says is needed no longer, and some of it is secret. */
const wiped = { subject: '', text: '', code: null, link: null, due_at: null } as const;

/** Nothing is left to do. `reason`: why it failed; without one it was sent. */
export async function settleMessage(db: Db, { id, claim }: Claimed, reason?: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ ...wiped, state: reason === undefined ? 'sent' : 'failed', reason: reason ?? null })
    .where('id', '=', id)
    .where('claim', '=', claim)
    .execute();
}

/** It will be tried again. */
export async function postponeMessage(
  db: Db,
  { id, claim }: Claimed,
  dueAt: string,
  reason: string,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'waiting', due_at: dueAt, reason })
    .where('id', '=', id)
    .where('claim', '=', claim)
    .execute();
}

/** Gives up a message whose sender vanished in the middle of it; tells whose it was to the one call that did. */
export async function abandonMessage(
  db: Db,
  id: string,
  now: string,
  reason: string,
): Promise<{ requestId: string } | undefined> {
  const row = await db
    .updateTable('outbox')
    .set({ ...wiped, state: 'failed', reason })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('due_at', '<=', now)
    .returning('request_id as requestId')
    .executeTakeFirst();
  return row;
}

const WEEK = 7 * 24 * 60 * 60;

/** Gives up what nobody wants any more and nobody carries; forgets after a week what is finished. */
export async function tidyOutbox(db: Db, now: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ ...wiped, state: 'failed', reason: 'expired' })
    .where('state', '=', 'waiting')
    .where('expires_at', '<=', now)
    .execute();
  const old = after(new Date(now), -WEEK);
  await db.deleteFrom('outbox').where('due_at', 'is', null).where('created_at', '<=', old).execute();
}

/** Messages that were sent, the newest first; with `to`, only those to this address, in any case. */
export async function listSent(db: Db, to: string | undefined): Promise<Selectable<OutboxRow>[]> {
  const sent = db.selectFrom('outbox').selectAll().where('state', '=', 'sent').orderBy('created_at', 'desc');
  return (to === undefined ? sent : sent.where(sql`lower(recipient)`, '=', to.toLowerCase())).execute();
}

export async function deleteSent(db: Db, to: string | undefined): Promise<void> {
  const sent = db.deleteFrom('outbox').where('state', '=', 'sent');
  await (to === undefined ? sent : sent.where(sql`lower(recipient)`, '=', to.toLowerCase())).execute();
}
