import { isObject } from '../../src/contract/json.ts';
import type { MockRequest } from '../exchange.ts';
import { decodeBase64 } from '../http/bytes.ts';

/**
 * The scopes a bearer token carries: the claims `scope` (RFC 8693: space separated), `scopes`, `scp` or `permissions` of a
 * JWT, whose signature is not checked. Undefined for any other token: nothing is known of its scopes.
 */
export function tokenScopes({ headers }: MockRequest): ReadonlySet<string> | undefined {
  const [, token] = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const claims = token === undefined ? undefined : claimsOf(token);
  if (claims === undefined) return undefined;
  for (const name of ['scope', 'scopes', 'scp', 'permissions']) {
    const value = claims[name];
    if (typeof value === 'string') return new Set(value.split(/[\s,]+/).filter(Boolean));
    if (Array.isArray(value)) return new Set(value.map(String));
  }
  return undefined;
}

function claimsOf(token: string): Record<string, unknown> | undefined {
  const parts = token.split('.');
  if (parts.length !== 3) return undefined;
  try {
    const claims: unknown = JSON.parse(decodeBase64(parts[1] ?? '') ?? '');
    return isObject(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}
