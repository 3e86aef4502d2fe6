/** Undoes a Content-Encoding (RFC 9110 section 8.4). No encoding is asked for, so this is for servers that use one anyway. */
export async function decodeContent(bytes: Uint8Array, encoding: string | undefined): Promise<Uint8Array> {
  if (encoding === undefined || bytes.byteLength === 0) return bytes;
  const zlib = await import('node:zlib');
  switch (encoding.toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return zlib.gunzipSync(bytes);
    case 'deflate':
      return zlib.inflateSync(bytes);
    case 'br':
      return zlib.brotliDecompressSync(bytes);
    default:
      return bytes;
  }
}
