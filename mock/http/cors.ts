import type { Headers } from '../../src/contract/types.ts';
import type { MockRequest } from '../exchange.ts';
import { headerSafe } from './header-text.ts';

/** The CORS headers every response gets: whoever asks may, with credentials (Fetch standard, CORS protocol). */
export function corsHeaders({ headers }: MockRequest, own: Headers): Record<string, string> {
  return {
    'access-control-allow-origin': headers.origin === undefined ? '*' : headerSafe(headers.origin),
    'access-control-allow-headers': headerSafe(headers['access-control-request-headers'] ?? '*'),
    'access-control-allow-credentials': 'true',
    // With credentials a browser takes `*` for a header of that name, so the names are listed when one asks.
    'access-control-expose-headers': headers.origin === undefined ? '*' : Object.keys(own).join(', ') || '*',
    ...(headers.origin === undefined ? {} : { vary: 'origin' }),
  };
}

/** True for the question a browser asks before a request that is not simple. */
export function isPreflight({ method, headers }: MockRequest): boolean {
  return (
    method === 'OPTIONS' &&
    headers.origin !== undefined &&
    headers['access-control-request-method'] !== undefined
  );
}

/** The headers of the 204 that answers a preflight. */
export function preflightHeaders(request: MockRequest): Record<string, string> {
  return {
    ...corsHeaders(request, {}),
    'access-control-allow-methods': headerSafe(request.headers['access-control-request-method'] ?? '*'),
  };
}
