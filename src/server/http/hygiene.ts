import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import cors from 'cors';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Response headers that scripts of other origins may read. */
const crossOrigin = {
  exposedHeaders: ['X-Request-ID', 'Preference-Applied', 'Retry-After', 'Allow', 'WWW-Authenticate'],
};

/** Protective headers, and leave for scripts of any origin to call: tokens go in a header, never in a cookie. */
export function hygiene(): readonly RequestHandler[] {
  return [helmet(), cors(crossOrigin)];
}

/**
 * What `hygiene` puts on every response that is not a preflight, as name, value, name, value, … It is always the same, and
 * setting twenty headers one by one would cost more than routing and validation together.
 */
export function hygieneHeaders(): readonly string[] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  for (const middleware of [helmet(), cors(crossOrigin)]) middleware(request, response, () => {});
  return response.getHeaderNames().flatMap((name) => [name, String(response.getHeader(name))]);
}
