import { parsePointer, valueAt } from '../../../src/contract/document/pointer.ts';
import { isJsonValue, isObject, type Json } from '../../../src/contract/json.ts';
import { canonical } from '../../../src/contract/schema/canonical.ts';
import { createScale } from './weight.ts';

/** What the operations make of a value, or the one that cannot be done, in words. */
export type Patched = { readonly value: Json } | { readonly failure: string };

/** Thirty copies, each of all that was copied before, would fill any memory; characters. */
const most = 10_000_000;

/** JSON Patch (RFC 6902): all operations, one after the other, or none. */
export function applyPatch(before: Json, operations: readonly unknown[]): Patched {
  const weigh = createScale();
  let whole: Json = before;
  for (const operation of operations) {
    const after = isObject(operation) ? perform(whole, operation) : undefined;
    if (after === undefined) return { failure: `the patch cannot do ${JSON.stringify(operation)}` };
    if (weigh(after) > most) return { failure: 'the patch copies too much' };
    whole = after;
  }
  return { value: whole };
}

function perform(whole: Json, { op, path, from, value }: Record<string, unknown>): Json | undefined {
  if (!isPointer(path)) return undefined;
  switch (op) {
    case 'add':
      return isJsonValue(value) ? add(whole, path, value) : undefined;
    case 'replace':
      return isJsonValue(value) ? replace(whole, path, value) : undefined;
    case 'remove':
      return remove(whole, path);
    case 'test':
      return isJsonValue(value) && isSame(valueAt(whole, path), value) ? whole : undefined;
    case 'copy':
    case 'move':
      return isPointer(from) ? transfer(whole, from, path, op === 'move') : undefined;
    default:
      return undefined;
  }
}

function add(whole: Json, path: string, value: Json): Json | undefined {
  if (path === '') return value;
  return atHolder(whole, parsePointer(path), (holder, step) => {
    if (!Array.isArray(holder)) return isObject(holder) ? { ...holder, [step]: value } : undefined;
    if (step === '-') return [...holder, value];
    return isIndex(step, holder.length) ? holder.toSpliced(Number(step), 0, value) : undefined;
  });
}

function replace(whole: Json, path: string, value: Json): Json | undefined {
  if (path === '') return value;
  return atHolder(whole, parsePointer(path), (holder, step) => withMember(holder, step, value));
}

function remove(whole: Json, path: string): Json | undefined {
  if (path === '') return null;
  return atHolder(whole, parsePointer(path), (holder, step) => {
    if (memberOf(holder, step) === undefined) return undefined;
    if (Array.isArray(holder)) return holder.toSpliced(Number(step), 1);
    return Object.fromEntries(Object.entries(holder ?? {}).filter(([name]) => name !== step));
  });
}

function transfer(whole: Json, from: string, path: string, moving: boolean): Json | undefined {
  const value = valueAt(whole, from);
  const rest = moving ? remove(whole, from) : whole;
  return value === undefined || rest === undefined ? undefined : add(rest, path, value);
}

/** The whole with the array or object that the last step stands in changed. */
function atHolder(
  whole: Json,
  [step = '', ...rest]: readonly string[],
  change: (holder: Json, step: string) => Json | undefined,
): Json | undefined {
  if (rest.length === 0) return change(whole, step);
  const inner = memberOf(whole, step);
  const changed = inner === undefined ? undefined : atHolder(inner, rest, change);
  return changed === undefined ? undefined : withMember(whole, step, changed);
}

/** The holder with another value at a step that is there. */
function withMember(holder: Json, step: string, value: Json): Json | undefined {
  if (memberOf(holder, step) === undefined) return undefined;
  if (Array.isArray(holder)) return holder.with(Number(step), value);
  return isObject(holder) ? { ...holder, [step]: value } : undefined;
}

function memberOf(holder: Json, step: string): Json | undefined {
  if (Array.isArray(holder)) return isIndex(step, holder.length - 1) ? holder[Number(step)] : undefined;
  return isObject(holder) && Object.hasOwn(holder, step) ? holder[step] : undefined;
}

/** RFC 6901 section 4: no leading zeros. */
function isIndex(step: string, most: number): boolean {
  return /^(?:0|[1-9]\d*)$/.test(step) && Number(step) <= most;
}

function isPointer(text: unknown): text is string {
  return text === '' || (typeof text === 'string' && text.startsWith('/'));
}

function isSame(one: Json | undefined, other: Json): boolean {
  return one !== undefined && canonical(one) === canonical(other);
}
