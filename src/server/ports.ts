import type { Express } from 'express';
import { type AppOptions, createApp } from './app.ts';
import type { Database } from './database/database.ts';
import { defaultBodyLimit } from './http/raw-body.ts';
import type { Service } from './http/service.ts';
import type { Addresses, Placement } from './layout.ts';
import { listen } from './listen.ts';
import { createMetrics } from './metrics/metrics.ts';
import { createMetricsApp } from './metrics/metrics-app.ts';
import type { ServerOptions } from './server-options.ts';

/** A service and where it goes. */
export interface PlacedService extends Placement {
  readonly service: Service;
}

interface OpenPorts extends Addresses {
  /** For Prometheus; undefined where no port was set apart for it. */
  readonly metricsUrl: string | undefined;
}

const GRACE = 10_000;

/** Opens every port that a service is placed on. Throws StartError; the ports it has opened are on the stack. */
export async function openPorts(
  services: readonly PlacedService[],
  database: Database,
  options: ServerOptions,
  opened: AsyncDisposableStack,
): Promise<OpenPorts> {
  const host = options.host ?? '127.0.0.1';
  const urls: Record<string, string> = {};
  const open = async (app: Express, wanted: number) => {
    const { port, close } = await listen(app, host, wanted);
    opened.defer(() => close(GRACE));
    return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  };
  const metrics = options.metricsPort === undefined ? undefined : createMetrics();
  const metricsOrigin = metrics && (await open(createMetricsApp(metrics), options.metricsPort ?? 0));
  let origin: string | undefined;
  for (const [port, sites] of Map.groupBy(services, ({ port }) => port)) {
    origin = await open(createApp(sites, { ...appOptions(options), database, metrics }), port);
    for (const { base, service } of sites) urls[service.contract.id] = origin + base;
  }
  return {
    url: options.layout === 'documented' ? undefined : origin,
    urls,
    metricsUrl: metricsOrigin && `${metricsOrigin}/metrics`,
  };
}

function appOptions(options: ServerOptions): Omit<AppOptions, 'database'> {
  const { testing, strict = testing, bodyLimit = defaultBodyLimit, trustProxy = false } = options;
  return { testing, strict, bodyLimit, trustProxy };
}
