import type { Json } from '../json.ts';

/** `an object`, `a list`, `a number`, `missing`: what stands where something else is expected. */
export function kindOf(value: Json | undefined): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'empty (null)';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** A text in quotes, a number, true or false; of anything else its kind. */
export const shown = (value: Json | undefined): string =>
  ['string', 'number', 'boolean'].includes(typeof value) ? JSON.stringify(value) : kindOf(value);

/** `path, query or header`. */
export const oneOf = (words: readonly string[]): string =>
  `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
