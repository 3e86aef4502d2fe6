import { fileURLToPath } from 'node:url';
import type { Contract } from '../contract/types.ts';
import type { ContractModule } from './contracts/contract-module.ts';
import { contractModules } from './contracts/registry.ts';
import type { Database } from './database/database.ts';
import { createDomain, type Domain } from './domain.ts';
import { startHousekeeping } from './housekeeping.ts';
import { createService } from './http/service.ts';
import { type Layout, placeContract } from './layout.ts';
import { defaultLimits } from './limits/limit.ts';
import { createLinks } from './links.ts';
import { loadContracts } from './load-contracts.ts';
import { openServiceLog, type ServiceLog } from './logs/service-log.ts';
import { startOutbox } from './outbox/start-outbox.ts';
import { type Addresses, openPorts, type PlacedService } from './ports.ts';
import { prepareDatabase } from './prepare-database.ts';
import { seed } from './seed.ts';
import type { ServerOptions } from './server-options.ts';
import { defaultLifetimes } from './sessions/service.ts';

export interface RunningServer {
  /** Base URL that carries every contract under `/{id}`; undefined in the documented layout. */
  readonly url: string | undefined;
  /** Base URL of each contract. */
  readonly urls: Readonly<Record<string, string>>;
  readonly logFiles: readonly string[];
  /** Takes no more requests, finishes those under way, closes database and logs. */
  close(): Promise<void>;
}

/**
 * Starts the server. Throws StartError, whose message is for people, when that is not possible; nothing is left open then.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const opened = new AsyncDisposableStack();
  try {
    return await start(options, opened);
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

/** Whatever is opened goes on the stack and is closed in the opposite order: ports first, the database last. */
async function start(options: ServerOptions, opened: AsyncDisposableStack): Promise<RunningServer> {
  const modules = contractModules.filter(({ onlyForTesting }) => options.testing || !onlyForTesting);
  const contracts = await loadContracts(modules);
  const database = opened.adopt(await openDatabase(options), (one) => one.close());
  await seedDatabase(database, options);
  const logs = openLogs(modules, options, opened);
  const report = logFor(logs, 'server');
  const { outbox, close } = startOutbox(database, options, report.forRequest('outbox'));
  opened.defer(close);
  const addresses = Promise.withResolvers<Addresses>();
  const domain = await createDomain(database, {
    tokenSecret: options.tokenSecret,
    lifetimes: options.lifetimes ?? defaultLifetimes,
    limits: options.limits ?? defaultLimits,
    cheapPasswords: options.testing,
    outbox,
    linkTo: createLinks(options.publicUrl, addresses.promise),
  });
  const services = placeServices(modules, contracts, domain, logs, options.layout);
  opened.defer(startHousekeeping(database, report.forRequest('housekeeping')));
  const { url, urls } = await openPorts(services, database, options, opened);
  addresses.resolve({ url, urls });
  const logFiles = [...logs.values()].map(({ file }) => file).filter((file) => file !== undefined);
  return { url, urls, logFiles, close: () => opened.disposeAsync() };
}

function openDatabase({
  database,
  testing,
  migrate = testing || database.kind === 'sqlite',
}: ServerOptions): Promise<Database> {
  return prepareDatabase(database, migrate);
}

async function seedDatabase(database: Database, { testing, seedDirectory }: ServerOptions): Promise<void> {
  const directory = seedDirectory ?? (testing ? fixtures : undefined);
  if (directory !== undefined) await seed(database, directory);
}

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

function openLogs(
  modules: readonly ContractModule[],
  options: ServerOptions,
  opened: AsyncDisposableStack,
): Map<string, ServiceLog> {
  const logs = new Map<string, ServiceLog>();
  const members = new Map(modules.map(({ log, id }) => [log, { contract: id }]));
  for (const name of [...members.keys(), 'server']) {
    const log = openServiceLog(name, members.get(name) ?? {}, {
      directory: options.logDirectory,
      stream: options.logStream,
    });
    logs.set(
      name,
      opened.adopt(log, (one) => one.close()),
    );
  }
  return logs;
}

function placeServices(
  modules: readonly ContractModule[],
  contracts: readonly Contract[],
  domain: Domain,
  logs: ReadonlyMap<string, ServiceLog>,
  layout: Layout,
): readonly PlacedService[] {
  return modules.flatMap((module, index) => {
    const contract = contracts[index];
    if (!contract) return [];
    const service = createService(contract, module, domain, logFor(logs, module.log));
    return [{ ...placeContract(contract, layout), service }];
  });
}

function logFor(logs: ReadonlyMap<string, ServiceLog>, name: string): ServiceLog {
  const log = logs.get(name);
  if (!log) throw new Error(`no log named ${name}`);
  return log;
}
