import { escapeStep } from '../../contract/document/pointer.ts';
import type { Json } from '../../contract/json.ts';
import { isObject } from '../../contract/json.ts';
import type { Accessor } from './types.ts';

/** `pointer` with one more step, escaped. */
export function pointerTo(pointer: string, ...steps: readonly Accessor[]): string {
  let result = pointer;
  for (const step of steps) result += `/${escapeStep(step)}`;
  return result;
}

/** The member of an object or array, undefined when there is none. Never looks at prototypes. */
function member(value: Json | undefined, accessor: Accessor): Json | undefined {
  if (Array.isArray(value)) return value[indexOf(accessor)];
  return isObject(value) && Object.hasOwn(value, accessor) ? value[accessor] : undefined;
}

/** Follows accessors or pointer steps into a value. */
export function walk(value: Json | undefined, path: readonly Accessor[]): Json | undefined {
  return path.reduce<Json | undefined>(member, value);
}

function indexOf(accessor: Accessor): number {
  if (typeof accessor === 'number') return accessor;
  return /^(0|[1-9][0-9]*)$/.test(accessor) ? Number(accessor) : -1;
}
