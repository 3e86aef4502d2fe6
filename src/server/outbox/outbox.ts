import { randomUUID } from 'node:crypto';
import type { Call } from '../call.ts';
import type { Db } from '../database/prepared.ts';
import type { Channel } from '../database/tables.ts';
import type { Message } from './message.ts';
import { insertMessage } from './store.ts';

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
}

export interface OutboxOptions {
  /** Messages are delivered as soon as they are written: to the inbox of a server started for testing. */
  readonly inbox: boolean;
  /** Channels somebody carries messages of. */
  readonly channels: ReadonlySet<Channel>;
  /** Called when something has been written that will be committed in a moment. */
  posted(): void;
}

export function createOutbox({ inbox, channels, posted }: OutboxOptions): Outbox {
  const told = new Set<Channel>();
  return {
    async post(call, db, { to, code, link, expiresAt, ...message }) {
      const now = call.now.toISOString();
      await insertMessage(db, {
        ...message,
        id: randomUUID(),
        recipient: to,
        code: code ?? null,
        link: link ?? null,
        created_at: now,
        expires_at: expiresAt,
        state: inbox ? 'sent' : 'waiting',
        due_at: inbox ? null : now,
      });
      if (!inbox) posted();
      if (!inbox && !channels.has(message.channel) && !told.has(message.channel)) {
        told.add(message.channel);
        call.log.warn('nothing is set up to carry messages: they wait in the outbox', {
          channel: message.channel,
        });
      }
    },
  };
}
