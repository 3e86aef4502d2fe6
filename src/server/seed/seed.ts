import type { Contract } from '../../contract/types.ts';
import { AlreadyExists } from '../accounts/errors.ts';
import { createPasswords } from '../accounts/passwords.ts';
import type { Database } from '../database/database.ts';
import { StartError } from '../start-error.ts';
import { accountNeeds, seedAccounts, toAccountSeed } from './accounts.ts';
import { createEventReader, eventNeeds, seedEvents } from './events.ts';
import { merchantNeeds, seedMerchants, toMerchant } from './merchants.ts';
import { readSeeds } from './read-seeds.ts';

export interface SeedOptions {
  /** Holds any of `merchants.json`, `accounts.json`, `events.json`, shaped as in `fixtures/`. */
  readonly directory: string;
  readonly contracts: readonly Contract[];
  /** Password hashes that cost next to nothing, for tests. */
  readonly cheapPasswords: boolean;
}

/**
 * Puts what a directory holds into the database, each account and event once: what was changed or deleted since stays so.
 * Throws StartError `bad-seed`.
 */
export async function seed(database: Database, options: SeedOptions): Promise<void> {
  const { directory, contracts, cheapPasswords } = options;
  const messenger = contracts.find(({ id }) => id === 'event-messenger');
  const merchants = await readSeeds(directory, 'merchants.json', merchantNeeds, toMerchant);
  const accounts = await readSeeds(directory, 'accounts.json', accountNeeds, toAccountSeed);
  const events =
    messenger && (await readSeeds(directory, 'events.json', eventNeeds, createEventReader(messenger)));
  if (!merchants && !accounts && !events)
    throw new StartError('bad-seed', `${directory} has no merchants.json, accounts.json or events.json`);
  await seedMerchants(database, merchants ?? []);
  try {
    await seedAccounts(database, createPasswords({ cheap: cheapPasswords }), accounts ?? []);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
    throw new StartError('bad-seed', `${directory}: the ${error.field} of an account is somebody else's`);
  }
  await seedEvents(database, events ?? [], new Date().toISOString());
}
