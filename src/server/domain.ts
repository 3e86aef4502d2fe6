import { createPasswords } from './accounts/passwords.ts';
import { createAccountReader } from './accounts/reader.ts';
import { type Accounts, createAccounts } from './accounts/service.ts';
import { createCodeHash } from './codes/code.ts';
import { type Codes, createCodes } from './codes/service.ts';
import { type Confirmations, createConfirmations } from './confirmations/service.ts';
import type { Database } from './database/database.ts';
import { createEventReader } from './events/reader.ts';
import { createEvents, type Events } from './events/service.ts';
import type { Limits } from './limits/limit.ts';
import type { LinkTo } from './links.ts';
import type { Outbox } from './outbox/outbox.ts';
import { createPayments, type Payments } from './payments/service.ts';
import { createAccessTokens } from './sessions/access-tokens.ts';
import { createSessions, type Lifetimes, type Sessions } from './sessions/service.ts';
import { loadSigningKey } from './sessions/signing-key.ts';

/** The services that stand behind all contracts. */
export interface Domain {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly payments: Payments;
  readonly codes: Codes;
  readonly confirmations: Confirmations;
  readonly events: Events;
  readonly outbox: Outbox;
  readonly linkTo: LinkTo;
}

export interface DomainOptions {
  readonly tokenSecret: string | undefined;
  readonly lifetimes: Lifetimes;
  readonly limits: Limits;
  readonly outbox: Outbox;
  readonly linkTo: LinkTo;
  /** Password hashes that cost next to nothing, for tests. */
  readonly cheapPasswords: boolean;
}

/** Wires the services. Reads (or draws) the signing key, so the database must be up to date. */
export async function createDomain(database: Database, options: DomainOptions): Promise<Domain> {
  const reader = createAccountReader(database.engine);
  const key = await loadSigningKey(database, options.tokenSecret);
  const tokens = await createAccessTokens(key);
  const passwords = createPasswords({ cheap: options.cheapPasswords });
  const accounts = createAccounts(reader, passwords, options.limits);
  return {
    accounts,
    codes: createCodes(accounts, options.outbox, createCodeHash(key), options.limits),
    confirmations: createConfirmations(accounts, options.outbox, options.linkTo),
    events: createEvents(createEventReader(database.engine)),
    sessions: createSessions(reader, tokens, options.lifetimes),
    payments: createPayments(),
    outbox: options.outbox,
    linkTo: options.linkTo,
  };
}
