import type { Operation, SecurityScheme } from '../../src/contract/types.ts';

/** What an operation wants to know its caller by, in words: `bearer (Authorization: Bearer), or key (header X-API-Key)`. */
export function credentialsOf({ security }: Pick<Operation, 'security'>): string {
  const ways = security.map((together) => together.map(({ scheme }) => worded(scheme)).join(' and '));
  return ways.map((way) => way || 'nothing').join(', or ');
}

function worded({ id, type, scheme = 'bearer', in: place, name }: SecurityScheme): string {
  if (type === 'apiKey') return `${id} (${place} ${name})`;
  if (type === 'mutualTLS') return `${id} (a certificate)`;
  return `${id} (Authorization: ${scheme.charAt(0).toUpperCase()}${scheme.slice(1)})`;
}
