import type { Contract, Operation } from '../../contract/types.ts';
import { validateResponse } from '../../contract/validate-response.ts';
import type { Reply } from '../contracts/handlers.ts';

/**
 * What in a reply the document does not promise, in words for the log; undefined when all is well. `headers` are those the
 * edge adds.
 */
export function findBrokenPromise(
  contract: Contract,
  operation: Operation,
  reply: Reply,
  headers: Readonly<Record<string, string>>,
): string | undefined {
  const { violations } = validateResponse(contract, operation, {
    status: reply.status,
    headers: lowerCase({ ...headers, ...contentType(reply), ...reply.headers }),
    body: reply.body === undefined ? undefined : Buffer.from(JSON.stringify(reply.body)),
  });
  if (violations.length === 0) return undefined;
  return violations
    .map(({ in: where, path, message }) => `${[where, ...path].join('/')} ${message}`)
    .join('; ');
}

function contentType(reply: Reply): Record<string, string> {
  return reply.body === undefined ? {} : { 'content-type': 'application/json' };
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
