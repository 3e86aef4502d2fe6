import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../../node/message-of.ts';
import { after } from '../call.ts';
import { type CourierOptions, handOver } from './hand-over.ts';
import { abandonMessage, claimMessage, findDue } from './store.ts';

/** Carries the messages of one transport out of the outbox. Any number of them, in any number of processes, share it. */
export interface Courier {
  /** Something will be committed in a moment. */
  wake(): void;
  /** Takes no more messages; resolves when those under way have ended. */
  close(): Promise<void>;
}

/** How long a transaction that posted something may take to commit, milliseconds; whatever takes longer is found by polling. */
const SOON = 20;

/** Begins at once and works until it is closed. While the database is away it waits, and says so once. */
export function startCourier(options: CourierOptions): Courier {
  const closing = new AbortController();
  let nap = new AbortController();
  const work = async () => {
    let away = false;
    while (!closing.signal.aborted) {
      nap = new AbortController();
      const round = await carryDue(options).catch((error: unknown) => error);
      if (typeof round !== 'number' && !away) reportTrouble(options, round);
      away = typeof round !== 'number';
      if (away || round === 0) await rest(options.pace.poll * 1000, [closing.signal, nap.signal]);
      if (nap.signal.aborted) await rest(SOON, [closing.signal]);
    }
  };
  const ended = work();
  return {
    wake: () => nap.abort(),
    close: () => {
      closing.abort();
      return ended;
    },
  };
}

/** One round: tries what is due and tells how much that was. */
async function carryDue(options: CourierOptions): Promise<number> {
  const { database, transport, pace } = options;
  const due = await findDue(database.db, transport.channel, new Date().toISOString(), pace.parallel);
  const ends = await Promise.allSettled(due.map((id) => carry(options, id)));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  return due.length;
}

async function carry(options: CourierOptions, id: string): Promise<void> {
  const { database, transport, log, pace } = options;
  const now = new Date();
  const moments = {
    now: now.toISOString(),
    leaseEnds: after(now, pace.lease),
  };
  const claimed = await claimMessage(database.db, id, randomUUID(), moments, transport.idempotent);
  if (claimed) return handOver(options, claimed);
  const reason = 'its sender vanished, nobody knows whether it was delivered';
  const abandoned = await abandonMessage(database.db, id, moments.now, reason);
  if (abandoned) {
    log
      .forRequest(abandoned.requestId)
      .warn('message given up', { messageId: id, channel: transport.channel, reason });
  }
}

function reportTrouble({ transport, log }: CourierOptions, error: unknown): void {
  const reason = messageOf(error);
  log.forRequest('outbox').warn('sending put off', { channel: transport.channel, reason });
}

async function rest(milliseconds: number, signals: readonly AbortSignal[]): Promise<void> {
  await sleep(milliseconds, undefined, { ref: false, signal: AbortSignal.any([...signals]) }).catch(() => {});
}
