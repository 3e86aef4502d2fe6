import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { createDispatcher, type DispatchOptions } from './http/dispatch.ts';
import { createHealth } from './http/health.ts';
import { hygiene } from './http/hygiene.ts';
import { identifyRequest } from './http/request-id.ts';
import { send } from './http/send.ts';
import type { Site } from './http/sites.ts';

export interface AppOptions extends DispatchOptions {
  /** Proxies in front whose `X-Forwarded-For` is believed: their number, or addresses as Express takes them. */
  readonly trustProxy: number | string | false;
}

/** The Express application of one port. Contracts come first; what they leave over is preflights, health, nothing. */
export function createApp(sites: readonly Site[], options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.trustProxy);
  app.use(createDispatcher(sites, options));
  app.use(identifyRequest, ...hygiene());
  app.use('/healthz', createHealth(options.database));
  app.use(notFound, lastResort);
  return app;
}

const notFound: RequestHandler = (_request, response) => {
  send(response, { status: 404, body: { message: 'No contract has this path' } });
};

/** Express knows an error handler by its four parameters. Only what goes wrong outside the contracts ends here. */
const lastResort: ErrorRequestHandler = (_error, request, response, _next) => {
  identifyRequest(request, response, () => {});
  send(response, { status: 500, body: { message: 'Internal Server Error' } });
};
