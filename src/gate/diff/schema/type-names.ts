import type { Json } from '../../../contract/json.ts';

/** `integer` values are `number` values (JSON Schema 2020-12 section 6.1.1). */
export function covers(types: ReadonlySet<string> | undefined, type: string): boolean {
  return types === undefined || types.has(type) || (type === 'integer' && types.has('number'));
}

/**
 * Whether a keyword about values of a type says something on both sides. Where the types changed, what was said of a
 * type that is gone no longer matters. Where they did not, a keyword is taken at its word even beside a type it says
 * nothing of, like `maxItems` beside `string`: its author meant something by it.
 */
export function bothSpeakOf(
  type: string,
  old: ReadonlySet<string> | undefined,
  fresh: ReadonlySet<string> | undefined,
): boolean {
  return (covers(old, type) && covers(fresh, type)) || sameTypes(old, fresh);
}

export function sameTypes(
  one: ReadonlySet<string> | undefined,
  other: ReadonlySet<string> | undefined,
): boolean {
  if (!one || !other) return one === other;
  return one.size === other.size && [...one].every((type) => other.has(type));
}

/** The types that all lists allow; undefined when there is no list. */
export function intersectTypes(lists: readonly (readonly Json[])[]): ReadonlySet<string> | undefined {
  const sets = lists.map((list) => new Set(list.filter((type) => typeof type === 'string')));
  const [first, ...others] = sets;
  return others.reduce<ReadonlySet<string> | undefined>((left, right) => {
    const both = [...(left ?? [])].filter((type) => covers(right, type));
    return new Set([...both, ...[...right].filter((type) => left && covers(left, type))]);
  }, first);
}

export const typesOfValues = (values: readonly Json[]): ReadonlySet<string> =>
  new Set(values.map(typeOfValue));

function typeOfValue(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

const plurals: Readonly<Record<string, string>> = {
  string: 'texts',
  number: 'numbers',
  integer: 'whole numbers',
  boolean: 'booleans',
  array: 'lists',
  object: 'objects',
  null: 'nulls',
};

/** `texts or whole numbers`. */
export const pluralTypes = (types: Iterable<string>): string =>
  [...types].map((type) => plurals[type] ?? type).join(' or ');

/** `string or null`. */
export function nameTypes(types: ReadonlySet<string> | undefined): string {
  return types ? [...types].join(' or ') : 'any type';
}
