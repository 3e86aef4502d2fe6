import { parseCookies } from '../../src/contract/parameters/pairs.ts';
import type { SecurityScheme } from '../../src/contract/types.ts';
import type { MockRequest } from '../exchange.ts';
import { decodeBase64 } from '../http/bytes.ts';

/** What one scheme says of a request. `challenge` goes into `WWW-Authenticate` when credentials are missing. */
export type Verdict =
  | { readonly kind: 'present' }
  | { readonly kind: 'missing'; readonly challenge: string | undefined }
  | {
      readonly kind: 'unsupported';
      readonly name: string;
      /** The request names the scheme in `Authorization`. */
      readonly named: boolean;
    };

const present: Verdict = { kind: 'present' };

/**
 * Whether a request carries credentials of the form a scheme asks for. The mock knows no accounts: form is all it checks
 * (RFC 6750 bearer tokens, RFC 7617 user and password, RFC 7616 digest fields, API keys where the document puts them).
 */
export function checkScheme(scheme: SecurityScheme, request: MockRequest): Verdict {
  switch (scheme.type) {
    case 'apiKey':
      return verdict(hasKey(scheme, request), undefined);
    case 'oauth2':
      return verdict(hasBearer(request), 'OAuth2');
    case 'openIdConnect':
      return verdict(hasBearer(request), 'OpenID');
    case 'http':
      return checkHttp(scheme, request);
    case 'mutualTLS':
      return { kind: 'unsupported', name: scheme.type, named: false };
  }
}

function verdict(ok: boolean, challenge: string | undefined): Verdict {
  return ok ? present : { kind: 'missing', challenge };
}

function checkHttp({ scheme }: SecurityScheme, request: MockRequest): Verdict {
  const [kind = '', ...rest] = (request.headers.authorization ?? '').split(' ');
  if (scheme === 'bearer') return verdict(hasBearer(request), 'Bearer');
  if (scheme === 'basic') {
    if (kind.toLowerCase() !== 'basic') return verdict(false, 'Basic realm="*"');
    return verdict(isUserAndPassword(rest[0] ?? ''), undefined);
  }
  if (scheme === 'digest') {
    if (kind.toLowerCase() !== 'digest') return verdict(false, 'Digest realm="*", nonce="abc123"');
    return verdict(isDigest(rest.join(' ')), undefined);
  }
  return { kind: 'unsupported', name: `http/${scheme}`, named: kind.toLowerCase() === scheme };
}

function hasBearer({ headers }: MockRequest): boolean {
  return /^Bearer\s.+$/i.test(headers.authorization ?? '');
}

function isUserAndPassword(encoded: string): boolean {
  return decodeBase64(encoded)?.includes(':') ?? false;
}

function isDigest(fields: string): boolean {
  return ['username', 'realm', 'nonce', 'uri', 'response'].every((name) =>
    new RegExp(`(?:^|[\\s,])${name}\\s*=\\s*"`).test(fields),
  );
}

function hasKey({ name = '', in: place }: SecurityScheme, { headers, query }: MockRequest): boolean {
  if (place === 'header') return Boolean(headers[name.toLowerCase()]);
  if (place === 'query') return Boolean(new URLSearchParams(query).get(name));
  return parseCookies(headers.cookie).some((cookie) => cookie.name === name && cookie.value !== '');
}
