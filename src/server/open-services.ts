import type { Contract } from '../contract/types.ts';
import { ownFile } from '../node/own-file.ts';
import type { Database } from './database/database.ts';
import { createDomain } from './domain.ts';
import { createService, type Service } from './http/service.ts';
import type { Addresses } from './layout.ts';
import { defaultLimits, testingLimits } from './limits/limit.ts';
import { createLinks } from './links.ts';
import type { LoadedModule } from './load-contracts.ts';
import type { ServiceLogs } from './logs/service-logs.ts';
import { startOutbox } from './outbox/start-outbox.ts';
import { orUnreachable, prepareDatabase } from './prepare-database.ts';
import { seed } from './seed/seed.ts';
import type { ServerOptions } from './server-options.ts';
import { defaultLifetimes } from './sessions/service.ts';

/** What stands before any database is opened, and may be shared by several. */
export interface Ground {
  readonly loaded: readonly LoadedModule[];
  readonly logs: ServiceLogs;
  /** Where contracts are reached, for links in mails; known once ports are open. */
  readonly addresses: Promise<Addresses>;
}

type Options = Omit<ServerOptions, 'layout'>;

export interface OpenServices {
  readonly database: Database;
  readonly services: readonly Service[];
}

/** Opens the database, seeds it and wires the services on it. What is opened is on the stack. Throws StartError. */
export async function openServices(
  { loaded, logs, addresses }: Ground,
  options: Options,
  opened: AsyncDisposableStack,
): Promise<OpenServices> {
  const database = opened.adopt(await openDatabase(options), (one) => one.close());
  await seedDatabase(
    database,
    loaded.map(({ contract }) => contract),
    options,
  );
  const { outbox, close } = startOutbox(database, options, logs.named('server'));
  opened.defer(close);
  const domain = await createDomain(database, {
    tokenSecret: options.tokenSecret,
    lifetimes: options.lifetimes ?? defaultLifetimes,
    limits: options.limits ?? (options.testing ? testingLimits : defaultLimits),
    cheapPasswords: options.testing,
    outbox,
    linkTo: createLinks(options.publicUrl, addresses),
  }).catch((error) => {
    throw orUnreachable(database, error);
  });
  const services = loaded.map(({ module, contract }) =>
    createService(contract, module, domain, logs.named(module.log)),
  );
  return { database, services };
}

function openDatabase({
  database,
  testing,
  migrate = testing || database.kind === 'sqlite',
}: Options): Promise<Database> {
  return prepareDatabase(database, migrate);
}

async function seedDatabase(
  database: Database,
  contracts: readonly Contract[],
  { testing, seedDirectory }: Options,
): Promise<void> {
  const directory = seedDirectory ?? (testing ? fixtures : undefined);
  if (directory !== undefined) await seed(database, { directory, contracts, cheapPasswords: testing });
}

const fixtures = ownFile('fixtures/');
