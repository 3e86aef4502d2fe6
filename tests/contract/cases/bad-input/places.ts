import { isObject, type Json } from '../../../../src/contract/json.ts';

/** Steps from a JSON value to a value within. */
export type Place = readonly (string | number)[];

/** Every place in a value, the whole first. */
export function placesIn(value: Json, here: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [here];
  const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [here, ...members.flatMap(([step, member]) => placesIn(member, [...here, step]))];
}

/** Places of objects that have members. */
export function membersIn(value: Json): readonly Place[] {
  return placesIn(value).filter((place) => typeof place.at(-1) === 'string');
}

/** Places of objects. */
export function objectsIn(value: Json): readonly Place[] {
  return placesIn(value).filter((place) => isObject(valueAt(value, place)));
}

export function valueAt(value: Json, [step, ...rest]: Place): Json | undefined {
  if (step === undefined) return value;
  if (Array.isArray(value)) return valueAt(value[Number(step)] ?? null, rest);
  return isObject(value) ? valueAt(value[step] ?? null, rest) : undefined;
}

/** The value with another one at a place; undefined takes it out. */
export function replaceAt(value: Json, [step, ...rest]: Place, by: Json | undefined): Json {
  if (step === undefined) return by ?? null;
  const change = (member: Json): Json[] =>
    rest.length === 0 && by === undefined ? [] : [replaceAt(member, rest, by)];
  if (Array.isArray(value))
    return value.flatMap((member, index) => (index === step ? change(member) : [member]));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      name === step ? change(member).map((changed) => [name, changed]) : [[name, member]],
    ),
  );
}
