import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Schema } from '../types.ts';

/** Gives a schema its JSON Schema 2020-12 form. The same object always gives the same result. */
export type NormaliseSchema = (schema: Json | undefined) => Schema | undefined;

/** From 3.1 on schemas are 2020-12 as they stand, unless the document names an older dialect. */
export const keepSchema: NormaliseSchema = (schema) =>
  isObject(schema) || typeof schema === 'boolean' ? schema : undefined;

const single = new Set(['items', 'additionalProperties', 'not']);
const many = new Set(['allOf', 'anyOf', 'oneOf']);
const named = new Set(['properties', 'patternProperties', 'definitions', '$defs']);

/**
 * Turns schemas of OpenAPI 3.0 and Swagger 2.0 (JSON Schema draft 4 with departures) into 2020-12: `nullable`, boolean
 * `exclusiveMinimum`, `example`, `type: file`, `discriminator` as a name. `mapReference` says where a `$ref` leads now.
 * Sub-schemas are done when their parent is; referenced ones are not, so that a big document costs only what is used.
 */
export function schemaNormaliser(mapReference: (reference: string) => string): NormaliseSchema {
  return normaliserOf((schema, child) => convert(schema, child, mapReference));
}

type Convert = (child: Json) => Json;

/** A normaliser that remembers what it made. `convert` makes one schema; the schemas in it, it gives to `child`. */
export function normaliserOf(
  convertSchema: (schema: JsonObject, child: Convert) => JsonObject,
): NormaliseSchema {
  const done = new WeakMap<JsonObject, JsonObject>();
  const normalise: NormaliseSchema = (schema) => {
    if (!isObject(schema)) return keepSchema(schema);
    const known = done.get(schema);
    if (known) return known;
    const fresh = convertSchema(schema, (child) => normalise(child) ?? child);
    done.set(schema, fresh);
    return fresh;
  };
  return normalise;
}

function convert(
  schema: JsonObject,
  child: Convert,
  mapReference: (reference: string) => string,
): JsonObject {
  // Beside a `$ref` nothing else counts in these versions.
  if (typeof schema.$ref === 'string') return { $ref: mapReference(schema.$ref) };
  const members = Object.entries(schema).map(([key, value]): [string, Json] => [
    key,
    convertMember(key, value, child),
  ]);
  return nullable(exclusive(renamed(Object.fromEntries(members))));
}

function convertMember(key: string, value: Json, child: Convert): Json {
  if (single.has(key)) return child(value);
  if (many.has(key) && Array.isArray(value)) return value.map(child);
  if (named.has(key) && isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, child(schema)]));
  }
  return value;
}

/** `format: byte` is base64; said as a pattern too, it is also kept by tools that know no formats. */
const base64 = '^[\\w\\d+\\/=]*$';

function renamed(schema: JsonObject): JsonObject {
  const { example, discriminator, type, format, pattern } = schema;
  return {
    ...schema,
    ...(example !== undefined && schema.examples === undefined ? { examples: [example] } : {}),
    ...(typeof discriminator === 'string' ? { discriminator: { propertyName: discriminator } } : {}),
    ...(format === 'byte' && pattern === undefined ? { pattern: base64 } : {}),
    ...(type === 'file' ? { type: 'string', format: 'binary' } : {}),
  };
}

/** Draft 4 says `minimum: 5, exclusiveMinimum: true` where 2020-12 says `exclusiveMinimum: 5`. */
function exclusive(schema: JsonObject): JsonObject {
  return bound(bound(schema, 'minimum', 'exclusiveMinimum'), 'maximum', 'exclusiveMaximum');
}

function bound(schema: JsonObject, inclusive: string, exclusiveName: string): JsonObject {
  if (typeof schema[exclusiveName] !== 'boolean') return schema;
  const { [inclusive]: limit, [exclusiveName]: isExclusive, ...rest } = schema;
  if (limit === undefined) return rest;
  return { ...rest, [isExclusive ? exclusiveName : inclusive]: limit };
}

/**
 * `nullable` beside a type adds `null` to it, and to an `enum`. Beside `allOf` and the like the specification gives it
 * no meaning, but who writes it there means "or null", and every other tool reads it so.
 */
function nullable(schema: JsonObject): JsonObject {
  const { nullable: isNullable, 'x-nullable': isXNullable, ...rest } = schema;
  if (isNullable !== true && isXNullable !== true) return isNullable === undefined ? schema : rest;
  if (typeof rest.type === 'string') return { ...rest, type: [rest.type, 'null'], ...nullableEnum(rest) };
  return ['allOf', 'anyOf', 'oneOf'].some((key) => key in rest) ? { anyOf: [rest, { type: 'null' }] } : rest;
}

function nullableEnum({ enum: values }: JsonObject): JsonObject {
  return Array.isArray(values) && !values.includes(null) ? { enum: [...values, null] } : {};
}
