import type { Json } from '../../contract/json.ts';
import { isObject } from '../../contract/json.ts';
import type { Accessor } from '../expressions/types.ts';

/**
 * A copy of `root` with `value` at `path`. A new key of an existing object is added, `-` appends to an array
 * (RFC 6901 section 4). Throws an Error that names the first step that does not exist.
 */
export function setAt(
  root: Json,
  path: readonly Accessor[],
  value: Json,
  done: readonly Accessor[] = [],
): Json {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  const here = [...done, head];
  if (Array.isArray(root)) {
    const index = head === '-' ? root.length : Number(head);
    if (!Number.isInteger(index) || index < 0 || index > root.length)
      throw new Error(`/${here.join('/')} does not exist`);
    return placed(root, index, next(root[index], rest, value, here));
  }
  if (!isObject(root)) throw new Error(`/${done.join('/')} is neither an object nor an array`);
  const known = Object.hasOwn(root, head) ? root[head] : undefined;
  return { ...root, [head]: next(known, rest, value, here) };
}

function next(
  known: Json | undefined,
  rest: readonly Accessor[],
  value: Json,
  here: readonly Accessor[],
): Json {
  if (rest.length === 0) return value;
  if (known === undefined) throw new Error(`/${here.join('/')} does not exist`);
  return setAt(known, rest, value, here);
}

function placed(list: Json[], index: number, value: Json): Json[] {
  const copy = [...list];
  copy[index] = value;
  return copy;
}
