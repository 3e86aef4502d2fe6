const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** UTF-8 bytes of a text. Works in browsers too, like everything the pipeline uses. */
export function encodeText(text: string): Uint8Array {
  return encoder.encode(text);
}

export function decodeText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** The text behind base64 or base64url; undefined when it is neither. */
export function decodeBase64(encoded: string): string | undefined {
  try {
    const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    return decoder.decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
