import { isObject, type Json, type JsonObject } from '../../src/contract/json.ts';
import { isSchema } from '../../src/contract/schema/parts.ts';
import type { Contract, Schema } from '../../src/contract/types.ts';
import { once } from './once.ts';

/** A schema without `$ref` and `allOf`: both are folded in. */
export interface Flat {
  readonly schema: JsonObject;
  /** The references that were followed to get here. */
  readonly references: readonly string[];
  /** Values that parts of an `allOf` fix (examples, defaults), to be laid over what is generated. */
  readonly overlays: readonly Json[];
}

const empty: Flat = { schema: {}, references: [], overlays: [] };

/**
 * Folds references and `allOf` into one plain schema, once for each schema. A reference chain that bites its tail ends
 * there.
 */
export function flatten(contract: Contract, schema: Schema): Flat {
  return typeof schema === 'boolean' ? empty : folded(contract, schema);
}

const folded = once((contract, schema: JsonObject) => fold(contract, schema, []));

function fold(contract: Contract, schema: Schema, seen: readonly string[]): Flat {
  if (typeof schema === 'boolean') return empty;
  const { $ref, allOf, ...own } = schema;
  let flat: Flat = { schema: own, references: [], overlays: [] };
  if (typeof $ref === 'string' && !seen.includes($ref)) {
    const target = contract.schemaAt($ref);
    if (target !== undefined) {
      const followed = fold(contract, target, [...seen, $ref]);
      flat = {
        schema: merge(own, followed.schema),
        references: [$ref, ...followed.references],
        overlays: followed.overlays,
      };
    }
  }
  if (!Array.isArray(allOf)) return flat;
  return allOf.filter(isSchema).reduce<Flat>((whole, part) => {
    const folded = fold(contract, part, seen);
    return {
      schema: merge(whole.schema, withoutValues(folded.schema)),
      references: [...whole.references, ...folded.references],
      overlays: [...whole.overlays, ...folded.overlays, ...fixedValue(folded.schema)],
    };
  }, flat);
}

/** Keywords that give a whole value; in a part of an `allOf` they speak for that part only. */
function fixedValue(schema: JsonObject): Json[] {
  const value = schema.example ?? first(schema.examples) ?? schema.default;
  return value === undefined ? [] : [value];
}

function withoutValues({
  example: _example,
  examples: _examples,
  default: _default,
  ...rest
}: JsonObject): JsonObject {
  return rest;
}

function first(values: Json | undefined): Json | undefined {
  return Array.isArray(values) ? values[0] : undefined;
}

/** Both schemas at once, as far as a sample needs it; where they cannot be joined the first wins. */
function merge(one: JsonObject, other: JsonObject): JsonObject {
  const merged: JsonObject = { ...other, ...one };
  for (const keyword of Object.keys(other)) {
    const [left, right] = [one[keyword], other[keyword]];
    if (left === undefined || right === undefined) continue;
    const join = Object.hasOwn(joins, keyword) ? joins[keyword] : undefined;
    if (join !== undefined) merged[keyword] = join(left, right);
  }
  return merged;
}

type Join = (left: Json, right: Json) => Json;

const larger: Join = (left, right) => (Number(left) >= Number(right) ? left : right);
const smaller: Join = (left, right) => (Number(left) <= Number(right) ? left : right);

const joins: Readonly<Record<string, Join>> = {
  properties: joinProperties,
  required: (left, right) => [
    ...new Set([left, right].flatMap((names) => (Array.isArray(names) ? names : []))),
  ],
  enum: (left, right) =>
    Array.isArray(left) && Array.isArray(right) ? left.filter((value) => right.includes(value)) : left,
  minimum: larger,
  minLength: larger,
  minItems: larger,
  minProperties: larger,
  maximum: smaller,
  maxLength: smaller,
  maxItems: smaller,
  maxProperties: smaller,
};

function joinProperties(left: Json, right: Json): Json {
  if (!isObject(left) || !isObject(right)) return left;
  const joined: JsonObject = { ...left };
  for (const [name, schema] of Object.entries(right)) {
    const known = left[name];
    joined[name] = known === undefined ? schema : { allOf: [known, schema] };
  }
  return joined;
}
