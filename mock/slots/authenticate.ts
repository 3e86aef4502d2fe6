import type { SecurityRequirement } from '../../src/contract/types.ts';
import type { MockViolation } from '../exchange.ts';
import { checkScheme, type Verdict } from '../security/credentials.ts';
import { tokenScopes } from '../security/scopes.ts';
import type { Authentication, Routed } from '../types.ts';

const open: Authentication = { violations: [], challenges: [] };

/**
 * Whether the request carries what one of the operation's security requirements asks for, as far as a mock can tell: the
 * form of the credentials, and the scopes of a JWT. An empty requirement (`{}`) stands for "no credentials": it is met
 * only by a request that sends none. A scheme nobody can check passes with a warning, where it is the first choice or the
 * request names it.
 */
export function authenticate({ site, operation, request, incoming }: Routed): Authentication {
  if (operation.security.length === 0 || !incoming.settings.security) return open;
  // Swagger 2.0 knows no "no credentials": there `[{}]` asks for nothing.
  if (site.contract.format === '2.0' && operation.security.every(({ length }) => length === 0)) return open;
  const results = operation.security.map((requirement) => meet(requirement, request));
  if (results.some(({ missing, unsupported }) => missing.length + unsupported.length === 0)) {
    return checkScopes(operation.security, results, request);
  }
  const unsupported = results.find(
    ({ missing, named }, at) => missing.length === 0 && (at === 0 || named),
  )?.unsupported;
  if (unsupported !== undefined) return { violations: unsupported.map(cannotCheck), challenges: [] };
  const challenges = results.flatMap(({ missing }) => missing.flatMap(({ challenge }) => challenge ?? []));
  return { violations: [unauthorized], refuse: 401, challenges };
}

type Missing = Extract<Verdict, { kind: 'missing' }>;

interface Met {
  readonly missing: readonly Missing[];
  readonly unsupported: readonly string[];
  /** Every scheme nobody can check is named in the request. */
  readonly named: boolean;
}

function meet(requirement: SecurityRequirement, request: Routed['request']): Met {
  if (requirement.length === 0) {
    const anonymous = request.headers.authorization === undefined;
    return {
      missing: anonymous ? [] : [{ kind: 'missing', challenge: 'None' }],
      unsupported: [],
      named: true,
    };
  }
  const verdicts = requirement.map(({ scheme }) => checkScheme(scheme, request));
  return {
    missing: verdicts.filter((verdict) => verdict.kind === 'missing'),
    unsupported: verdicts.flatMap((verdict) => (verdict.kind === 'unsupported' ? [verdict.name] : [])),
    named: verdicts.every((verdict) => verdict.kind !== 'unsupported' || verdict.named),
  };
}

function checkScopes(
  requirements: readonly SecurityRequirement[],
  results: readonly Met[],
  request: Routed['request'],
): Authentication {
  const met = requirements.filter((_, index) => results[index]?.missing.length === 0);
  const needed = met.map((requirement) => requirement.flatMap(({ scopes }) => scopes));
  if (needed.some((scopes) => scopes.length === 0)) return open;
  const held = tokenScopes(request);
  if (held === undefined) return open;
  const lacking = needed.map((scopes) => scopes.filter((scope) => !held.has(scope)));
  if (lacking.some((scopes) => scopes.length === 0)) return open;
  return { violations: [forbidden(lacking[0] ?? [])], refuse: 403, challenges: [] };
}

const unauthorized: MockViolation = {
  location: [],
  severity: 'Error',
  code: 401,
  message: 'Invalid security scheme used',
};

function forbidden(scopes: readonly string[]): MockViolation {
  return {
    location: [],
    severity: 'Error',
    code: 403,
    message: `The token lacks the scope ${scopes.join(', ')}`,
  };
}

function cannotCheck(name: string): MockViolation {
  const message = `We currently do not support this type of security scheme: ${name}`;
  return { location: [], severity: 'Warning', message };
}
