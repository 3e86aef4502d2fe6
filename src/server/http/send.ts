import type { ServerResponse } from 'node:http';
import type { Reply } from '../contracts/handlers.ts';

/** Writes a reply at once. `common`: further headers as name, value, name, value, … */
export function send(
  response: ServerResponse,
  { status, headers, body, isStandIn }: Reply,
  common: readonly string[] = [],
): void {
  if (response.headersSent) return;
  const fields = [...common];
  for (const name in headers) fields.push(name, headers[name] ?? '');
  if (body === undefined) {
    response.writeHead(status, [...fields, ...noContent(status)]).end();
    return;
  }
  const text = JSON.stringify(body);
  fields.push('Content-Type', 'application/json; charset=utf-8');
  // HEAD tells the length that GET would have, or none (RFC 9110, section 8.6).
  if (!isStandIn) fields.push('Content-Length', String(Buffer.byteLength(text)));
  response.writeHead(status, fields).end(text);
}

/** A 204 has no length (RFC 9110, section 8.6). */
function noContent(status: number): readonly string[] {
  return status === 204 ? [] : ['Content-Length', '0'];
}
