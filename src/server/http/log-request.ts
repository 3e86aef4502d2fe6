import type { Reply } from '../contracts/handlers.ts';
import type { DomainError } from '../domain-error.ts';
import type { Log, LogFields } from '../logs/log.ts';
import type { Destination } from './sites.ts';

/**
 * One line for each request: info below 400, warn for 4xx, error for 5xx with what caused it. The path is the document's
 * template, because a real one may carry a token.
 */
export function logRequest(
  log: Log,
  method: string,
  { operation }: Destination,
  { reply, error }: { readonly reply: Reply; readonly error?: DomainError | undefined },
  durationMs: number,
): void {
  const fields: LogFields = {
    operation: operation?.id,
    status: reply.status,
    durationMs: Math.round(durationMs * 1000) / 1000,
    reason: error?.message,
  };
  const message = `${method} ${operation?.path ?? 'unknown path'} ${reply.status}`;
  if (reply.status < 400) log.info(message, fields);
  else if (reply.status < 500) log.warn(message, fields);
  else log.error(message, { ...fields, cause: describeCause(error) });
}

function describeCause(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const inner = error.cause;
  return inner instanceof Error ? (inner.stack ?? inner.message) : error.stack;
}
