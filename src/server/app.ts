import cors from 'cors';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { createDispatcher, type DispatchOptions } from './http/dispatch.ts';
import { createHealth } from './http/health.ts';
import { identifyRequest } from './http/request-id.ts';
import { send } from './http/send.ts';
import type { Site } from './http/sites.ts';

export interface AppOptions extends DispatchOptions {
  /** Proxies in front whose `X-Forwarded-For` is believed: their number, or addresses as Express takes them. */
  readonly trustProxy: number | string | false;
}

/** The Express application of one port. */
export function createApp(sites: readonly Site[], options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.trustProxy);
  app.use(identifyRequest, helmet(), cors({ exposedHeaders: EXPOSED }));
  app.use(createDispatcher(sites, options));
  app.use('/healthz', createHealth(options.database));
  app.use(notFound, lastResort);
  return app;
}

/** Response headers that scripts of other origins may read. */
const EXPOSED = ['X-Request-ID', 'Preference-Applied', 'Retry-After', 'Allow', 'WWW-Authenticate'];

const notFound: RequestHandler = (_request, response) => {
  send(response, { status: 404, body: { message: 'No contract has this path' } });
};

/** Express asks for four parameters. Only what goes wrong outside the dispatcher ends here. */
const lastResort: ErrorRequestHandler = (_error, _request, response, _next) => {
  send(response, { status: 500, body: { message: 'Internal Server Error' } });
};
