import type { Json, JsonObject } from '../../contract/json.ts';
import { isObject } from '../../contract/json.ts';
import { pointerTo } from '../expressions/pointer.ts';
import { didYouMean } from '../suggest.ts';
import type { Compiler } from './compiler.ts';

/** The fixed fields of one object of the specification, read with their types checked. */
export interface Fields {
  readonly pointer: string;
  readonly raw: JsonObject;
  at(name: string): string;
  /** Undefined when absent; a value of another type is reported and counts as absent. */
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  integer(name: string): number | undefined;
  object(name: string): JsonObject;
  items(name: string): readonly Item[];
  /** As `text`; its absence is reported. */
  requiredText(name: string): string | undefined;
}

export interface Item {
  readonly value: Json;
  readonly pointer: string;
}

/**
 * Reads an object with the given fixed fields (`x-` fields always may stand beside them).
 * Reports a value that is no object (and gives undefined) and unknown fields.
 */
export function readFields(
  { value, pointer }: Item,
  what: string,
  known: readonly string[],
  compiler: Compiler,
): Fields | undefined {
  if (!isObject(value)) {
    compiler.report(pointer, `${what} has to be an object`);
    return undefined;
  }
  for (const name of Object.keys(value)) {
    if (known.includes(name) || name.startsWith('x-')) continue;
    compiler.report(pointerTo(pointer, name), `${what} has no field "${name}"${didYouMean(name, known)}`);
  }
  return fieldsOf(value, pointer, what, compiler);
}

function fieldsOf(raw: JsonObject, pointer: string, what: string, compiler: Compiler): Fields {
  const at = (name: string) => pointerTo(pointer, name);
  const wrong = (name: string, type: string) =>
    compiler.report(at(name), `"${name}" of ${what} has to be ${type}`);
  const own = (name: string) => (Object.hasOwn(raw, name) ? raw[name] : undefined);
  const text = (name: string): string | undefined => {
    const value = own(name);
    if (typeof value === 'string') return value;
    if (value !== undefined) wrong(name, 'a string');
    return undefined;
  };
  return {
    pointer,
    raw,
    at,
    text,
    number(name) {
      const value = own(name);
      if (typeof value === 'number' && value >= 0) return value;
      if (value !== undefined) wrong(name, 'a number, 0 or more');
      return undefined;
    },
    integer(name) {
      const value = own(name);
      if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
      if (value !== undefined) wrong(name, 'a whole number, 0 or more');
      return undefined;
    },
    object(name) {
      const value = own(name);
      if (isObject(value)) return value;
      if (value !== undefined) wrong(name, 'an object');
      return {};
    },
    items(name) {
      const value = own(name);
      if (Array.isArray(value))
        return value.map((item, index) => ({ value: item, pointer: pointerTo(at(name), index) }));
      if (value !== undefined) wrong(name, 'a list');
      return [];
    },
    requiredText(name) {
      const value = text(name);
      if (own(name) === undefined) compiler.report(pointer, `${what} needs "${name}"`);
      return value;
    },
  };
}
