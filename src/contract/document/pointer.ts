import { isObject, type Json } from '../json.ts';
import { percentDecoded } from '../percent.ts';

/** One step of a JSON Pointer, escaped (RFC 6901 section 3). */
export function escapeStep(step: string | number): string {
  const text = String(step);
  // Hardly any needs it, and loading a document asks for each of its fields.
  return /[~/]/.test(text) ? text.replaceAll('~', '~0').replaceAll('/', '~1') : text;
}

/** `['paths', '/a', 'get']` → `/paths/~1a/get` (RFC 6901). */
export function formatPointer(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${escapeStep(step)}`).join('');
}

/** `/paths/~1a/get` → `['paths', '/a', 'get']`; the empty pointer is the whole document: no steps. */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value a pointer names, undefined when it names nothing. */
export function valueAt(document: Json, pointer: string): Json | undefined {
  let value: Json | undefined = document;
  for (const step of parsePointer(pointer)) {
    value = memberAt(value, step);
    if (value === undefined) return undefined;
  }
  return value;
}

/** What stands in a list or an object at one step; undefined for what is not there. */
export function memberAt(value: Json | undefined, step: string): Json | undefined;
export function memberAt(value: unknown, step: string): unknown;
export function memberAt(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return /^\d+$/.test(step) ? value[Number(step)] : undefined;
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/**
 * The pointer in the fragment of a reference: `#/paths/~1a%7Bid%7D` → `/paths/~1a{id}` (RFC 6901 section 6).
 * A fragment with a stray `%` is taken as it is.
 */
export function fragmentPointer(fragment: string): string {
  return percentDecoded(fragment);
}
