import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Call } from '../call.ts';
import type { Db } from '../database/prepared.ts';
import type { Channel, OutboxRow } from '../database/tables.ts';
import type { Courier } from './courier.ts';
import type { Message } from './message.ts';
import { deleteSent, insertMessage, listSent } from './store.ts';

/** Where mails and SMS are put; couriers take them from there. */
export interface Outbox {
  /**
   * Writes a message in the transaction of what caused it, so that both are kept or neither. It goes out once that is
   * committed; however its sending ends, the request that caused it does not wait for it.
   *
   * @example
   * await call.database.transaction(async (db) => {
   *   await saveRegistration(db, registration);
   *   await outbox.post(call, db, { channel: 'mail', to, subject, text, link, expiresAt });
   * });
   */
  post(call: Call, db: Db, message: Message): Promise<void>;
  /** The inbox of a server started for testing, newest first; with `to`, only what went to this address. */
  list(call: Call, to?: string): Promise<readonly SentMessage[]>;
  /** Empties that inbox; with `to`, of what went to this address. */
  clear(call: Call, to?: string): Promise<void>;
}

/** A message in the inbox. */
export interface SentMessage extends Omit<Message, 'expiresAt'> {
  readonly id: string;
  readonly createdAt: string;
}

export interface OutboxOptions {
  /** Messages are delivered as soon as they are written: to the inbox of a server started for testing. */
  readonly inbox: boolean;
  /** Who carries the messages of a channel. What nobody carries waits, and the log says so once. */
  readonly couriers: ReadonlyMap<Channel, Pick<Courier, 'wake'>>;
}

export function createOutbox({ inbox, couriers }: OutboxOptions): Outbox {
  const told = new Set<Channel>();
  const tellOnce = ({ log }: Call, channel: Channel) => {
    if (told.has(channel)) return;
    told.add(channel);
    log.warn('nothing is set up to carry these messages, they wait in the outbox', { channel });
  };
  return {
    async post(call, db, message) {
      await insertMessage(db, toRow(message, call, inbox));
      if (inbox) return;
      const courier = couriers.get(message.channel);
      if (courier) courier.wake();
      else tellOnce(call, message.channel);
    },
    list: async (call, to) => (await listSent(call.database.db, to)).map(toSent),
    clear: (call, to) => deleteSent(call.database.db, to),
  };
}

function toRow({ to, code, link, expiresAt, ...message }: Message, call: Call, inbox: boolean) {
  const now = call.now.toISOString();
  return {
    ...message,
    id: randomUUID(),
    recipient: to,
    code: code ?? null,
    link: link ?? null,
    request_id: call.requestId,
    created_at: now,
    expires_at: expiresAt,
    state: inbox ? 'sent' : 'waiting',
    due_at: inbox ? null : now,
  } as const;
}

function toSent(row: Selectable<OutboxRow>): SentMessage {
  const { id, channel, recipient: to, subject, text, created_at: createdAt } = row;
  return {
    id,
    channel,
    to,
    subject,
    text,
    code: row.code ?? undefined,
    link: row.link ?? undefined,
    createdAt,
  };
}
