import { hash, randomUUID } from 'node:crypto';

/** Puts a fingerprint in place of a secret: the same secret gives the same one, two secrets give two. */
export type Fingerprint = (secret: string) => string;

const MASKED = /^«masked:[0-9a-f]{4}»$/;
const MASKS = /«masked:[0-9a-f]{4}»/g;

/**
 * `«masked:3f2a»`. Keyed anew for each run: a plain hash of a four-digit code could be turned back by trying all of
 * them, a keyed one cannot.
 */
export function createFingerprint(key: string = randomUUID()): Fingerprint {
  return (secret) => {
    if (isMasked(secret)) return secret;
    return `«masked:${hash('sha256', key + secret).slice(0, 4)}»`;
  };
}

export function isMasked(text: string): boolean {
  return MASKED.test(text);
}

/** The text with something else in the place of every mask. */
export function replaceMasks(text: string, replace: (mask: string) => string): string {
  return text.replaceAll(MASKS, replace);
}

export function holdsMask(text: string): boolean {
  return text.search(MASKS) >= 0;
}
