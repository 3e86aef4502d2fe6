import { contractModules } from './contracts/registry.ts';
import { startHousekeeping } from './housekeeping.ts';
import { type Addresses, placeContract } from './layout.ts';
import { loadContracts } from './load-contracts.ts';
import { openServiceLogs } from './logs/service-logs.ts';
import { openServices } from './open-services.ts';
import { openPorts } from './ports.ts';
import type { ServerOptions } from './server-options.ts';

export interface RunningServer {
  /** Base URL that carries every contract under `/{id}`; undefined in the documented layout. */
  readonly url: string | undefined;
  /** Base URL of each contract. */
  readonly urls: Readonly<Record<string, string>>;
  /** For Prometheus; undefined unless asked for. */
  readonly metricsUrl: string | undefined;
  readonly logFiles: readonly string[];
  /** Goes on in new log files where the old ones have been moved away. */
  reopenLogs(): void;
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

/** Whatever is opened goes on the stack and is closed in the opposite order: ports first, logs last. */
async function start(options: ServerOptions, opened: AsyncDisposableStack): Promise<RunningServer> {
  const modules = contractModules.filter(({ onlyForTesting }) => options.testing || !onlyForTesting);
  const loaded = await loadContracts(modules);
  const { logDirectory: directory, logStream: stream } = options;
  const logs = openServiceLogs(modules, { directory, stream }, opened);
  const addresses = Promise.withResolvers<Addresses>();
  const ground = { loaded, logs, addresses: addresses.promise };
  const { database, services } = await openServices(ground, options, opened);
  const placed = services.map((service) => ({
    ...placeContract(service.contract, options.layout),
    service,
  }));
  opened.defer(startHousekeeping(database, logs.named('server').forRequest('housekeeping')));
  const open = await openPorts(placed, database, options, opened);
  addresses.resolve(open);
  return { ...open, logFiles: logs.files, reopenLogs: logs.reopen, close: () => opened.disposeAsync() };
}
