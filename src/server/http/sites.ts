import type { Operation } from '../../contract/types.ts';
import type { DomainError } from '../domain-error.ts';
import { MethodNotAllowed, PathNotFound } from './errors.ts';
import type { Service } from './service.ts';

/** A service and the path it stands under: `/auth-v1`, `/api/v1/auth`, or '' for the root. */
export interface Site {
  readonly base: string;
  readonly service: Service;
}

/** Where a request goes; without an operation, whose dialect says why not. */
export type Destination =
  | {
      readonly service: Service;
      readonly path: string;
      readonly operation: Operation;
      readonly pathParameters: Readonly<Record<string, string>>;
    }
  | {
      readonly service: Service;
      readonly path: string;
      readonly operation: undefined;
      readonly problem: DomainError;
    };

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
    let nearest: { readonly service: Service; readonly path: string } | undefined;
    const allow = new Set<string>();
    for (const { base, service } of ordered) {
      const below = pathBelow(base, path);
      if (below === undefined) continue;
      const result = service.route(method, below);
      if (result.kind === 'found') return { service, path: below, ...result };
      if (result.kind === 'no-method') {
        if (method === 'HEAD' && result.allow.includes('GET')) return find(service, below);
        for (const allowed of result.allow) allow.add(allowed);
        nearest = allow.size === result.allow.length ? { service, path: below } : nearest;
      }
      nearest ??= { service, path: below };
    }
    return nearest && { ...nearest, operation: undefined, problem: problem(allow) };
  };
}

function find(service: Service, path: string): Destination {
  const result = service.route('GET', path);
  if (result.kind === 'found') return { service, path, ...result };
  return { service, path, operation: undefined, problem: new PathNotFound() };
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
