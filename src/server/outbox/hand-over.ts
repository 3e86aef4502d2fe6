import { after } from '../call.ts';
import type { Database } from '../database/database.ts';
import type { ServiceLog } from '../logs/service-log.ts';
import type { Pace } from './pace.ts';
import { type Claimed, postponeMessage, settleMessage } from './store.ts';
import type { Outcome, Transport } from './transport.ts';

export interface CourierOptions {
  readonly database: Database;
  readonly transport: Transport;
  /** Lines carry the id of the request that caused the message. */
  readonly log: Pick<ServiceLog, 'forRequest'>;
  readonly pace: Pace;
}

/** Gives a message that is ours to its transport and writes down what became of it. */
export async function handOver(options: CourierOptions, message: Claimed): Promise<void> {
  const { database } = options;
  const outcome = await trySending(options, message);
  const log = reportOf(options, message);
  if (outcome.kind === 'sent') {
    await settleMessage(database.db, message);
    return log('info', 'message sent');
  }
  const { reason } = outcome;
  if (outcome.kind === 'later' && message.attempt < options.pace.tries) {
    const wait = outcome.retryAfter ?? options.pace.delayAfter(message.attempt);
    await postponeMessage(database.db, message, after(new Date(), wait), reason);
    return log('warn', 'message not sent, another try follows', reason);
  }
  await settleMessage(database.db, message, reason);
  log('warn', 'message given up', reason);
}

async function trySending({ transport }: CourierOptions, message: Claimed): Promise<Outcome> {
  if (message.expiresAt <= new Date().toISOString()) return { kind: 'never', reason: 'expired' };
  return transport.send(message);
}

type Report = (level: 'info' | 'warn', text: string, reason?: string) => void;

/** Lines name the message by its id: neither whom it went to nor what it says. */
function reportOf({ transport, log }: CourierOptions, { id, requestId, attempt }: Claimed): Report {
  return (level, text, reason) =>
    log.forRequest(requestId)[level](text, { messageId: id, channel: transport.channel, attempt, reason });
}
