import type { Operation, RouteResult } from '../../contract/types.ts';
import type { DomainError } from '../domain-error.ts';
import { MethodNotAllowed, PathNotFound } from './errors.ts';
import type { Service } from './service.ts';

/** A service and the path it stands under: `/auth-v1`, `/api/v1/auth`, or '' for the root. */
export interface Site {
  readonly base: string;
  readonly service: Service;
}

/** A path as one of the services sees it: below its base. */
interface Place {
  readonly service: Service;
  readonly path: string;
}

/** Where a request goes; without an operation, whose dialect says why not. */
export type Destination = Place &
  (
    | { readonly operation: Operation; readonly pathParameters: Readonly<Record<string, string>> }
    | { readonly operation: undefined; readonly problem: DomainError }
  );

/**
 * Finds the operation among all sites of a port, the longest base first. Several sites may stand under one base: the first
 * that knows the path and the method answers. HEAD is answered wherever GET is (RFC 9110, section 9.3.2).
 * Undefined when the path is below no site.
 */
export function createFinder(
  sites: readonly Site[],
): (method: string, path: string) => Destination | undefined {
  const ordered = sites.toSorted((one, other) => other.base.length - one.base.length);
  return (method, path) => {
    let nearest: Place | undefined;
    let refusing: Place | undefined;
    const allow = new Set<string>();
    for (const { base, service } of ordered) {
      const below = pathBelow(base, path);
      if (below === undefined) continue;
      const place = { service, path: below };
      const result = routeIn(place, method);
      if (result.kind === 'found') return { ...place, ...result };
      nearest ??= place;
      if (result.kind === 'no-path') continue;
      refusing ??= place;
      for (const allowed of result.allow) allow.add(allowed);
    }
    const told = refusing ?? nearest;
    return told && { ...told, operation: undefined, problem: problem(allow) };
  };
}

function routeIn({ service, path }: Place, method: string): RouteResult {
  const result = service.route(method, path);
  return method === 'HEAD' && result.kind === 'no-method' ? service.route('GET', path) : result;
}

function pathBelow(base: string, path: string): string | undefined {
  if (!path.startsWith(base)) return undefined;
  const below = path.slice(base.length);
  if (below === '') return '/';
  return below.startsWith('/') ? below : undefined;
}

function problem(allow: Set<string>): DomainError {
  if (allow.size === 0) return new PathNotFound();
  if (allow.has('GET')) allow.add('HEAD');
  return new MethodNotAllowed([...allow, 'OPTIONS']);
}
