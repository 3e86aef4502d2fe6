import type { IncomingHttpHeaders } from 'node:http';

/** The headers of a message as texts, by lower-case name; several values of one are joined (RFC 9110 section 5.3). */
export function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) plain[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return plain;
}
