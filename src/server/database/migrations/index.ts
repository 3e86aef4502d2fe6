import type { Kysely } from 'kysely';
import type { Engine } from '../engine.ts';
import { createAccounts } from './0001-accounts.ts';
import { createSessions } from './0002-sessions.ts';
import { createPayments } from './0003-payments.ts';
import { createAttempts } from './0004-attempts.ts';
import { createOutbox } from './0005-outbox.ts';
import { createCodes } from './0006-codes.ts';
import { createEvents } from './0007-events.ts';
import { createConfirmations } from './0008-confirmations.ts';
import { createAccessKeys } from './0009-access-keys.ts';
import { addPasswordVersions } from './0010-password-versions.ts';

/** A step of the schema. It sees a database without row types: what the tables are later is not its business. */
export type Migration = (db: Kysely<unknown>, engine: Engine) => Promise<void>;

/** All steps in order. A step that has been released never changes; a new one is added at the end. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-accounts': createAccounts,
  '0002-sessions': createSessions,
  '0003-payments': createPayments,
  '0004-attempts': createAttempts,
  '0005-outbox': createOutbox,
  '0006-codes': createCodes,
  '0007-events': createEvents,
  '0008-confirmations': createConfirmations,
  '0009-access-keys': createAccessKeys,
  '0010-password-versions': addPasswordVersions,
};
