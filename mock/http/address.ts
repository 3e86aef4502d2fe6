import type { MockRequest } from '../exchange.ts';

/** What stands before a request's path: as the edge says, else by the host that was asked; empty where nobody knows. */
export function addressOf({ base, headers }: Pick<MockRequest, 'base' | 'headers'>): string {
  if (base !== undefined) return base;
  return headers.host !== undefined && /^[\w.:[\]-]+$/.test(headers.host) ? `http://${headers.host}` : '';
}

/** The path of a request as its client knows it. */
export function clientPath({ base, path }: MockRequest): string {
  return base === undefined ? path : `${base.replace(/^[a-z]+:\/\/[^/]*/, '')}${path}`;
}

/** Without slashes at its end; most paths have none. */
export function withoutEnd(path: string): string {
  return path.endsWith('/') ? path.replace(/\/+$/, '') : path;
}
