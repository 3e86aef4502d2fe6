import { EncodingError, TooLongError } from './failure.ts';

/**
 * Undoes a Content-Encoding (RFC 9110 section 8.4), up to `limit` bytes: a kilobyte can unpack to a gigabyte. No encoding
 * is asked for, so this is for servers that use one anyway.
 */
export async function decodeContent(
  bytes: Uint8Array,
  encoding: string | undefined,
  limit: number,
): Promise<Uint8Array> {
  if (encoding === undefined || bytes.byteLength === 0) return bytes;
  const zlib = await import('node:zlib');
  const decode = decoders(zlib)[encoding.toLowerCase()];
  try {
    return decode ? decode(bytes, { maxOutputLength: limit }) : bytes;
  } catch (error) {
    const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw tooLong ? new TooLongError(limit) : new EncodingError(encoding);
  }
}

type Decode = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array;

function decoders(zlib: typeof import('node:zlib')): Readonly<Record<string, Decode>> {
  const { gunzipSync, inflateSync, brotliDecompressSync, zstdDecompressSync } = zlib;
  return {
    gzip: gunzipSync,
    'x-gzip': gunzipSync,
    deflate: inflateSync,
    br: brotliDecompressSync,
    zstd: zstdDecompressSync,
  };
}
