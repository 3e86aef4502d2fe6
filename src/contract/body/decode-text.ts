import type { ParsedMediaType } from '../document/media-types.ts';

/** Bytes as text in the charset of the media type, UTF-8 unless said; undefined when they are not text in it. */
export function decodeText(bytes: Uint8Array, mediaType: ParsedMediaType): string | undefined {
  const charset = mediaType.parameters.get('charset') ?? 'utf-8';
  try {
    // One of UTF-8 is kept. One for each name would fill the memory: there are any number of spellings.
    const decoder = /^utf-8$/i.test(charset) ? utf8 : new TextDecoder(charset, { fatal: true });
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whatever the bytes are, as UTF-8 with replacement characters: to judge the length of an upload, to show it. */
export function decodeLoosely(bytes: Uint8Array): string {
  return loose.decode(bytes);
}

const loose = new TextDecoder();
const utf8 = new TextDecoder('utf-8', { fatal: true });
