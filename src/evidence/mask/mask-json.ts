import type { Json } from '../../contract/json.ts';
import { isMasked } from './fingerprint.ts';
import { maskText, type Note } from './mask-text.ts';
import { type IsSecret, isSecretKey, isSecretMember } from './secret-keys.ts';

/** What of a secret is the secret: `"password": {"value": …}`, `"tokens": {"access": …}`. */
const parts = new Set(['value', 'access', 'refresh']);

/** Masks the members of a JSON value whose names say that they hold a secret, and secrets inside its texts. */
export function maskJson(value: Json, note: Note, isSecretNumber: IsSecret = isSecretKey, key = ''): Json {
  if (typeof value === 'string') return maskString(value, note, key);
  if (typeof value === 'number') return isSecretNumber(key, String(value)) ? note(String(value)) : value;
  if (value === null || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item) => maskJson(item, note, isSecretNumber, key));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const named = parts.has(name) && isSecretMember(key, '…') ? key : name;
      return [name, maskJson(member, note, isSecretNumber, named)];
    }),
  );
}

/**
 * Applies `change` to every text in a JSON value, to a number that is a secret as a whole, and to the names of members: some
 * servers answer a wrong value as one.
 */
export function mapStrings(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'number') return changeNumber(value, change);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [change(name), mapStrings(member, change)]),
  );
}

function changeNumber(value: number, change: (text: string) => string): Json {
  const text = change(String(value));
  return isMasked(text) ? text : value;
}

function maskString(text: string, note: Note, key: string): string {
  // An empty secret is none, and seeing that it was empty explains the answer.
  if (text === '') return text;
  return isSecretMember(key, text) ? note(text) : maskText(text, note);
}
