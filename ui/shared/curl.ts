import type { RecordedRequest } from '../../src/evidence/types.ts';

/** Headers that curl sets by itself. */
const OWN = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'transfer-encoding']);

/** The request as a command for a POSIX shell. Masked secrets stay masked: they have to be filled in. */
export function curl({ method, url, headers, body }: RecordedRequest): string {
  const parts = [`curl -X ${method} ${quoted(url)}`];
  for (const [name, value] of Object.entries(headers)) {
    if (!OWN.has(name)) parts.push(`-H ${quoted(`${name}: ${value}`)}`);
  }
  if (body !== null)
    parts.push(`--data-raw ${quoted(typeof body === 'string' ? body : JSON.stringify(body))}`);
  return parts.join(' \\\n  ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
