import { createRandom } from '../../src/contract/sample/random.ts';

/** A 32-bit hash of a text (FNV-1a): the same text, the same number, on every machine. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

/** A version 4 UUID (RFC 9562) that depends on nothing but the text. */
export function uuidFor(text: string): string {
  const random = createRandom(hash(text));
  const hex = (length: number) => Array.from({ length }, () => random.integer(0, 15).toString(16)).join('');
  const variant = random.pick(['8', '9', 'a', 'b']);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
}
