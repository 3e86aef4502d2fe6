import { isObject, type Json, type JsonObject } from '../../json.ts';

/**
 * A schema that an example fits: types of values, members of objects, one schema for all items of a list. Nothing is
 * required, since one example cannot tell; a value that was null may be anything.
 */
export function inferSchema(value: Json): JsonObject {
  if (value === null) return {};
  if (Array.isArray(value)) return { type: 'array', ...inferItems(value) };
  if (isObject(value)) {
    const members = Object.entries(value).map(([name, member]) => [name, inferSchema(member)]);
    return { type: 'object', properties: Object.fromEntries(members) };
  }
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number' };
  return { type: typeof value };
}

function inferItems(items: readonly Json[]): JsonObject {
  if (items.length === 0) return {};
  return { items: eitherSchema(items.map(inferSchema)) };
}

/** A schema for what fits any of these; the same schema counts once. */
export function eitherSchema(schemas: readonly JsonObject[]): JsonObject {
  const distinct = new Map(schemas.map((schema) => [JSON.stringify(schema), schema]));
  const [first = {}, ...more] = distinct.values();
  return more.length === 0 ? first : { anyOf: [...distinct.values()] };
}
