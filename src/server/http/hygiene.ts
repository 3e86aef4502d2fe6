import { Socket } from 'node:net';
import cors from 'cors';
import type { RequestHandler } from 'express';
import helmet, { type HelmetOptions } from 'helmet';
import { http } from '../../node/http.ts';

/** Response headers that scripts of other origins may read. */
const crossOrigin = {
  exposedHeaders: ['X-Request-ID', 'Preference-Applied', 'Retry-After', 'Allow', 'WWW-Authenticate'],
};

/**
 * What an API that answers JSON needs, as OWASP's REST security cheat sheet has it. helmet's other headers guard pages,
 * and nothing here is ever shown as one.
 */
const protective: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
  },
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};

/** Protective headers, and leave for scripts of any origin to call: tokens go in a header, never in a cookie. */
export function hygiene(): readonly RequestHandler[] {
  return [helmet(protective), cors(crossOrigin)];
}

/**
 * What `hygiene` puts on every response that is not a preflight, as name, value, name, value, … It is always the same, and
 * setting a dozen headers one by one would cost more than routing and validation together.
 */
export function hygieneHeaders(): readonly string[] {
  const request = new http.IncomingMessage(new Socket());
  const response = new http.ServerResponse(request);
  for (const middleware of [helmet(protective), cors(crossOrigin)]) middleware(request, response, () => {});
  return response.getHeaderNames().flatMap((name) => [name, String(response.getHeader(name))]);
}
