import type { IncomingMessage } from 'node:http';
import { BodyIncomplete, BodyTooLarge } from './errors.ts';

/** Largest body a server takes unless it is told otherwise, bytes. */
export const defaultBodyLimit = 1_048_576;

/**
 * A body beyond the limit is read to its end and dropped, up to this many bytes, before it is refused: to answer and close
 * while the client still sends is a broken pipe to it, and no answer.
 */
const MOST_DROPPED = 16 * 1_048_576;

/** Reads a body of at most `limit` bytes; undefined when there is none. Throws BodyTooLarge, BodyIncomplete. */
export function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Uint8Array | undefined> | undefined {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (encoding === undefined && (length === undefined || length === '0')) return undefined;
  if (length !== undefined && Number(length) > Math.max(limit, MOST_DROPPED)) throw new BodyTooLarge();
  return collect(request, limit);
}

function collect(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
      if (size > Math.max(limit, MOST_DROPPED)) reject(new BodyTooLarge());
    });
    request.once('end', () => {
      if (size > limit) reject(new BodyTooLarge());
      else resolve(size === 0 ? undefined : Buffer.concat(chunks, size));
    });
    request.once('close', () => reject(new BodyIncomplete()));
    request.once('error', () => reject(new BodyIncomplete()));
  });
}

/** A body that is already read, under the same limit. Throws BodyTooLarge. */
export function limitBody(body: Uint8Array | undefined, limit: number): Uint8Array | undefined {
  if (body !== undefined && body.length > limit) throw new BodyTooLarge();
  return body;
}
