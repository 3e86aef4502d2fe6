import type { IncomingMessage } from 'node:http';
import { plainHeaders } from '../../src/node/plain-headers.ts';
import type { MockRequest } from '../exchange.ts';

/** Bodies beyond this many bytes are refused. */
export const bodyLimit = 10 * 1024 * 1024;

/**
 * A request of `node:http` as the pipeline takes it, or `too-large`. Rejects when the client goes away.
 * `read`: the body, where somebody took it off the stream before.
 */
export async function readRequest(
  message: IncomingMessage,
  read?: Uint8Array,
): Promise<MockRequest | 'too-large'> {
  const body = read ?? (hasBody(message) ? await readBody(message) : undefined);
  if (body === 'too-large') return body;
  const { path, query } = splitTarget(message.url ?? '/');
  return { method: message.method ?? 'GET', path, query, headers: plainHeaders(message.headers), body };
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

/** The path and query of a request target (RFC 9112 section 3.2): origin form, absolute form, or nonsense. */
export function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const local = target.startsWith('/')
    ? target
    : (/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(.*)$/i.exec(target)?.[1] ?? target);
  const hash = local.indexOf('#');
  const whole = hash < 0 ? local : local.slice(0, hash);
  const mark = whole.indexOf('?');
  const path = mark < 0 ? whole : whole.slice(0, mark);
  return { path: path.startsWith('/') ? path : `/${path}`, query: mark < 0 ? '' : whole.slice(mark + 1) };
}

async function readBody(message: IncomingMessage): Promise<Uint8Array | 'too-large'> {
  if (Number(message.headers['content-length']) > bodyLimit) {
    // Refused before it comes; what comes all the same is read and dropped.
    message.resume();
    return 'too-large';
  }
  return collect(message);
}

function collect(message: IncomingMessage): Promise<Uint8Array | 'too-large'> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    message.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bodyLimit) chunks.push(chunk);
    });
    // A body that is too long is still read to its end: otherwise the client sees a broken pipe, not the 413.
    message.on('end', () =>
      resolve(
        size > bodyLimit
          ? 'too-large'
          : chunks.length === 1
            ? (chunks[0] ?? Buffer.alloc(0))
            : Buffer.concat(chunks),
      ),
    );
    message.on('error', reject);
    message.on('close', () => {
      if (!message.complete) reject(new Error('the client went away'));
    });
  });
}
