import { list, object } from '../document/members.ts';
import { isObject, type Json } from '../json.ts';
import { isUrl } from '../source/is-url.ts';
import type { Location } from '../source/location.ts';

/**
 * `servers[].url` with variables replaced by their defaults. A document read from the web may give them relative to
 * itself (OpenAPI, Server Object).
 */
export function readServers(servers: Json | undefined, source: Location): readonly string[] {
  return list(servers).flatMap((server) => {
    if (!isObject(server) || typeof server.url !== 'string') return [];
    return [absolute(substitute(server.url, server.variables), source)];
  });
}

function substitute(url: string, variables: Json | undefined): string {
  return url.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const value = object(object(variables)[name]).default;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
}

function absolute(url: string, source: Location): string {
  return isUrl(source) && URL.canParse(url, source) ? new URL(url, source).href.replace(/\/$/, '') : url;
}
