import { after, type Call } from '../call.ts';
import type { Db } from '../database/prepared.ts';
import type { AttemptRow } from '../database/tables.ts';
import { TooManyRequests } from './errors.ts';
import type { Counted, Limits } from './limit.ts';
import { countAttempt, currentAttempts, forgetAttempts } from './store.ts';

/** The two things a guesser's tries are counted by. */
interface Suspects {
  readonly account: Counted;
  readonly address: Counted;
}

/** What is counted by `account`, and by where the call comes from. */
export function suspectsOf(call: Call, account: Counted, { address: limit }: Limits): Suspects {
  return { account, address: { key: `address:${call.address}`, limit } };
}

/**
 * Runs a try that may fail. Only wrong tries count, so whoever knows the password is never slowed. A right one is let
 * through only if the limit has not been reached meanwhile: a thousand guesses sent at once are worth no more than a
 * thousand sent one by one. Throws TooManyRequests.
 */
export async function limited<T>(
  call: Call,
  suspects: Suspects,
  attempt: () => Promise<T | undefined>,
): Promise<T | undefined> {
  await refuseExcess(call, suspects);
  const outcome = await attempt();
  if (outcome === undefined) await countFailure(call, suspects);
  else await forgive(call, suspects);
  return outcome;
}

async function forgive(call: Call, suspects: Suspects): Promise<void> {
  const rows = await refuseExcess(call, suspects);
  const { key } = suspects.account;
  if (rows.some((row) => row.key === key)) await forgetAttempts(call.database.db, key);
}

async function refuseExcess(call: Call, { account, address }: Suspects): Promise<AttemptRow[]> {
  const rows = await currentAttempts(call.database.db, call.now.toISOString(), account.key, address.key);
  for (const row of rows) {
    const { limit } = row.key === account.key ? account : address;
    if (row.tries >= limit.tries) throw new TooManyRequests(secondsUntil(row.window_ends_at, call.now));
  }
  return rows;
}

async function countFailure(call: Call, { account, address }: Suspects): Promise<void> {
  for (const counted of [account, address]) await count(call, call.database.db, counted);
}

/** Counts one more. Throws TooManyRequests when that is one too many. */
export async function count(call: Call, db: Db, counted: Counted): Promise<void> {
  const { limit } = counted;
  const row = await countAttempt(db, call.now.toISOString(), after(call.now, limit.window), counted);
  if (row.tries > limit.tries) throw new TooManyRequests(secondsUntil(row.window_ends_at, call.now));
}

function secondsUntil(moment: string, now: Date): number {
  return Math.max(1, Math.ceil((Date.parse(moment) - now.getTime()) / 1000));
}
