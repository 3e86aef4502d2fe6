import { createApp } from './app.ts';
import type { Database } from './database/database.ts';
import { defaultBodyLimit } from './http/raw-body.ts';
import type { Service } from './http/service.ts';
import type { Placement } from './layout.ts';
import { listen } from './listen.ts';
import type { ServerOptions } from './server-options.ts';

/** A service and where it goes. */
export interface PlacedService extends Placement {
  readonly service: Service;
}

export interface Addresses {
  /** Base URL that carries every contract under `/{id}`; undefined in the documented layout. */
  readonly url: string | undefined;
  /** Base URL of each contract, no slash at the end. */
  readonly urls: Readonly<Record<string, string>>;
}

const GRACE = 10_000;

/** Opens every port that a service is placed on. Throws StartError; the ports it has opened are on the stack. */
export async function openPorts(
  services: readonly PlacedService[],
  database: Database,
  options: ServerOptions,
  opened: AsyncDisposableStack,
): Promise<Addresses> {
  const host = options.host ?? '127.0.0.1';
  const urls: Record<string, string> = {};
  let origin: string | undefined;
  for (const [wanted, sites] of Map.groupBy(services, ({ port }) => port)) {
    const { port, close } = await listen(createApp(sites, appOptions(database, options)), host, wanted);
    opened.defer(() => close(GRACE));
    origin = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    for (const { base, service } of sites) urls[service.contract.id] = origin + base;
  }
  return { url: options.layout === 'documented' ? undefined : origin, urls };
}

function appOptions(database: Database, options: ServerOptions): Parameters<typeof createApp>[1] {
  const { testing, strict = testing, bodyLimit = defaultBodyLimit, trustProxy = false } = options;
  return { database, testing, strict, bodyLimit, trustProxy };
}
