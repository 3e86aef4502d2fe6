import type { ParsedMediaType } from '../media-types.ts';

/** Bytes as text in the charset of the media type, UTF-8 unless said; undefined when they are not text in it. */
export function decodeText(bytes: Uint8Array, mediaType: ParsedMediaType): string | undefined {
  const charset = mediaType.parameters.get('charset') ?? 'utf-8';
  try {
    return decoderFor(charset).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whatever the bytes are, as UTF-8 with replacement characters: to judge the length of an upload, to show it. */
export function decodeLoosely(bytes: Uint8Array): string {
  return loose.decode(bytes);
}

const loose = new TextDecoder();
const decoders = new Map<string, TextDecoder>();

/** An unknown charset is a client's mistake: it throws like bytes that do not fit. */
function decoderFor(charset: string): TextDecoder {
  const known = decoders.get(charset);
  if (known) return known;
  const made = new TextDecoder(charset, { fatal: true });
  decoders.set(charset, made);
  return made;
}
