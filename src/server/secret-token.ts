import { hash, randomBytes } from 'node:crypto';

/** A token nobody can guess: 256 random bits, fit to stand in a URL. */
export function drawToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token. It is random and long: a plain hash is enough, and a stolen database holds none. */
export function digestToken(token: string): string {
  return hash('sha256', token, 'base64url');
}
