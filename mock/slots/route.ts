import type { RouteResult } from '../../src/contract/types.ts';
import { refuse } from '../problem.ts';
import { serverProblem } from '../routing/match-server.ts';
import { below } from '../routing/sites.ts';
import type { Incoming, Refusal, Routed, Site } from '../types.ts';

interface Attempt {
  readonly site: Site;
  readonly path: string;
  readonly result: RouteResult;
}

/**
 * Finds the operation. Every contract answers below its prefixes; without one, at the root, where several contracts may
 * stand as long as only one of them knows the path.
 */
export function route(incoming: Incoming, sites: readonly Site[]): Routed | Refusal {
  const { method, path, query } = incoming.request;
  const attempts = [...attemptsOf(method, path, sites)];
  const found = attempts.filter(isFound);
  const [first, ...others] = found;
  if (first === undefined) return nothingFound(incoming, attempts, sites);
  if (others.some(({ site }) => site !== first.site)) return ambiguous(path, found);
  const server = query.includes('__server=')
    ? serverProblem(query, first.site.contract, first.result.operation)
    : undefined;
  if (server !== undefined) return server;
  const { site, result } = first;
  const request = first.path === path ? incoming.request : { ...incoming.request, path: first.path };
  return {
    kind: 'routed',
    incoming,
    site,
    operation: result.operation,
    pathParameters: result.pathParameters,
    request,
  };
}

/** What the contracts know of a method and path, the best of it; undefined when none has the path. */
export function findRoute(
  sites: readonly Site[],
  method: string,
  path: string,
): Exclude<RouteResult, { kind: 'no-path' }> | undefined {
  let other: Exclude<RouteResult, { kind: 'no-path' }> | undefined;
  for (const { result } of attemptsOf(method, path, sites)) {
    if (result.kind === 'found') return result;
    if (result.kind === 'no-method') other = result;
  }
  return other;
}

type FoundAttempt = Attempt & { readonly result: Extract<RouteResult, { kind: 'found' }> };

function isFound(attempt: Attempt): attempt is FoundAttempt {
  return attempt.result.kind === 'found';
}

/** Below a prefix first, then at the root: a single contract at its root costs one look-up. */
function* attemptsOf(method: string, path: string, sites: readonly Site[]): Generator<Attempt> {
  let prefixed = false;
  for (const site of sites) {
    for (const prefix of site.prefixes) {
      const rest = below(prefix, path);
      if (rest === undefined) continue;
      const result = site.route(method, rest);
      if (result.kind === 'found') prefixed = true;
      yield { site, path: rest, result };
      break;
    }
  }
  if (prefixed) return;
  for (const site of sites) if (site.atRoot) yield { site, path, result: site.route(method, path) };
}

function nothingFound({ request }: Incoming, attempts: readonly Attempt[], sites: readonly Site[]): Refusal {
  const { method, path } = request;
  if (sites.every(({ contract }) => contract.operations.length === 0)) {
    return refuse(
      'NO_RESOURCE_PROVIDED_ERROR',
      'The current document does not have any resource to match with.',
    );
  }
  const allowed = attempts.flatMap(({ result }) => (result.kind === 'no-method' ? result.allow : []));
  if (allowed.length === 0) {
    return refuse('NO_PATH_MATCHED_ERROR', `The route ${path} hasn't been found in the specification file`);
  }
  const detail = `The route ${path} has been matched, but it does not have "${method.toLowerCase()}" method defined`;
  return refuse('NO_METHOD_MATCHED_ERROR', detail, { headers: { allow: [...new Set(allowed)].join(', ') } });
}

function ambiguous(path: string, found: readonly FoundAttempt[]): Refusal {
  const ways = found.map(({ site, path: rest }) => `/${site.contract.id}${rest}`);
  return refuse(
    'AMBIGUOUS_ROUTE_ERROR',
    `Several documents have the route ${path}. Ask for one of ${ways.join(', ')}`,
  );
}
