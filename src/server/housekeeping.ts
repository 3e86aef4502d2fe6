import { messageOf } from '../node/message-of.ts';
import { forgetDeadCodes } from './codes/store.ts';
import { deleteUnconfirmed } from './confirmations/store.ts';
import type { Database } from './database/database.ts';
import { forgetEndedAttempts } from './limits/store.ts';
import type { Log } from './logs/log.ts';
import { tidyOutbox } from './outbox/store.ts';
import { deleteExpired } from './sessions/store.ts';

const MINUTE = 60_000;

/** Removes what has expired, now and then. Several processes may do so at once. */
type Chore = (database: Database, now: string) => Promise<void>;

const chores: readonly Chore[] = [
  ({ db }, now) => deleteExpired(db, now),
  ({ db }, now) => deleteUnconfirmed(db, now),
  ({ db }, now) => forgetEndedAttempts(db, now),
  ({ db }, now) => forgetDeadCodes(db, now),
  ({ db }, now) => tidyOutbox(db, now),
];

/** Does the chores every ten minutes until the returned function is called. A database that is away is tried next time. */
export function startHousekeeping(database: Database, log: Log): () => void {
  const timer = setInterval(() => doChores(database, log), 10 * MINUTE).unref();
  return () => clearInterval(timer);
}

async function doChores(database: Database, log: Log): Promise<void> {
  try {
    for (const chore of chores) await chore(database, new Date().toISOString());
  } catch (error) {
    log.warn('housekeeping put off', { reason: messageOf(error) });
  }
}
