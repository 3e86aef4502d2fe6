import { isObject } from '../json.ts';
import { compileSchema } from '../schema/compile.ts';
import { type Facet, facetsOf, itemFacets, propertyFacets, typesOf } from '../schema/facets.ts';
import type { Located } from '../schema/references.ts';
import type { Contract, Schema } from '../types.ts';

/** Turns text into what the schema speaks of; what does not convert stays text, for validation to tell. */
export type Coerce = (value: unknown) => unknown;

const keep: Coerce = (value) => value;

/**
 * The coercion of a schema for values that arrive as text: query, path, header, cookie, form fields.
 *
 * `12` becomes a number where the schema has no string, `true` a boolean, an empty text or `null` null. Where it allows strings too,
 * text stays text as long as it is valid. Elements of arrays and members of objects are treated likewise.
 */
export function coercionOf(contract: Contract, schema: Schema | undefined): Coerce {
  return schema === undefined
    ? keep
    : (value) => coerceBy(contract, facetsOf(contract, schema), [schema], value);
}

function coerceBy(
  contract: Contract,
  facets: readonly Facet[],
  schemas: readonly Schema[],
  value: unknown,
): unknown {
  if (typeof value === 'string') {
    const types = typesOf(facets);
    if (isOnlyArray(types)) return [coerceInside(contract, itemFacets(facets, 0), value)];
    return coerceText(contract, types, schemas, value);
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => coerceInside(contract, itemFacets(facets, index), item));
  }
  if (!isObject(value) || !isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      coerceInside(contract, propertyFacets(facets, name), member),
    ]),
  );
}

/** One value of what must be a list: `ids[]=1`, a form field that could be repeated. */
function isOnlyArray(types: ReadonlySet<string>): boolean {
  return types.has('array') && [...types].every((type) => type === 'array' || type === 'null');
}

function coerceInside(contract: Contract, inside: readonly Located[], value: unknown): unknown {
  const facets = inside.flatMap(({ schema, scope }) => facetsOf(contract, schema, scope));
  return coerceBy(
    contract,
    facets,
    inside.map(({ schema }) => schema),
    value,
  );
}

function coerceText(
  contract: Contract,
  types: ReadonlySet<string>,
  schemas: readonly Schema[],
  text: string,
): unknown {
  const candidates = conversions(types, text);
  const [first] = candidates;
  if (candidates.length === 0 || types.size === 0) return text;
  if (!types.has('string')) return first;
  const passes = (value: unknown) =>
    schemas.every((schema) => compileSchema(contract, schema)(value, '').length === 0);
  return [text, ...candidates].find(passes) ?? text;
}

/** A JSON number, and leading zeros or a plus sign, which people type. */
const number = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

function conversions(types: ReadonlySet<string>, text: string): unknown[] {
  const converted: unknown[] = [];
  const value = number.test(text) ? Number(text) : Number.NaN;
  if (types.has('number') ? Number.isFinite(value) : types.has('integer') && Number.isInteger(value)) {
    converted.push(value);
  }
  if (types.has('boolean') && (text === 'true' || text === 'false')) converted.push(text === 'true');
  if (types.has('null') && (text === '' || text === 'null')) converted.push(null);
  return converted;
}

/** Uploaded files are objects too, and none of our business. */
function isPlain(value: object): boolean {
  return !(value instanceof Uint8Array) && !('bytes' in value && value.bytes instanceof Uint8Array);
}
