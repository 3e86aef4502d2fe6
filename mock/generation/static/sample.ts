import { isObject, type Json, type JsonObject } from '../../../src/contract/json.ts';
import { isSchema } from '../../../src/contract/schema/parts.ts';
import type { Contract, Schema } from '../../../src/contract/types.ts';
import { type Flat, flatten } from '../flatten.ts';
import { sampleArray } from './array.ts';
import { sampleNumber } from './number.ts';
import { sampleObject } from './object.ts';
import type { Hole, Sampling, Spot } from './sampling.ts';
import { sampleString } from './string.ts';

/** Schemas visited at most for one sample; beyond it optional properties are left out. */
const budget = 20_000;

export interface Sampled {
  /** Undefined where the schema says nothing, or repeats itself for ever. */
  readonly value: Json | undefined;
  readonly holes: readonly Hole[];
  /** Alternatives of the widest choice in the schema; 0 where there is none. */
  readonly alternatives: number;
}

/**
 * The value a schema describes, always the same one: examples first, then fixed values, the first alternative of a choice (or another),
 * then the plainest value of its type. What cannot be guessed (a pattern) is left as a hole for the caller to draw.
 */
export function staticSample(
  contract: Contract,
  schema: Schema,
  { items, alternative = 0 }: { readonly items?: number | undefined; readonly alternative?: number } = {},
): Sampled {
  const run: Sampling = {
    contract,
    items,
    alternative,
    holes: [],
    left: budget,
    alternatives: 0,
    visit,
  };
  let replaced: { readonly value: Json } | undefined;
  const fill = (value: Json) => {
    replaced = { value };
  };
  const value = visit(run, schema, { references: [], name: '', fill });
  return {
    get value() {
      return replaced === undefined ? value : replaced.value;
    },
    holes: run.holes,
    alternatives: run.alternatives,
  };
}

/** Samples one schema at one place. */
function visit(run: Sampling, schema: Schema, spot: Spot): Json | undefined {
  run.left -= 1;
  const flat = flatten(run.contract, schema);
  const references = [...spot.references, ...flat.references];
  const here: Spot = { ...spot, references };
  if (run.left < 0 || flat.references.some((reference) => repeats(spot.references, reference))) {
    return emptyOf(flat.schema);
  }
  return overlay(fromKeywords(run, schema, flat, here), flat.overlays);
}

function repeats(references: readonly string[], reference: string): boolean {
  return references.indexOf(reference) !== references.lastIndexOf(reference);
}

function fromKeywords(run: Sampling, original: Schema, { schema }: Flat, spot: Spot): Json | undefined {
  const fixed = fixedValue(schema);
  if (fixed !== undefined) return fixed;
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const alternatives = schema[keyword];
    if (!Array.isArray(alternatives)) continue;
    run.alternatives = Math.max(run.alternatives, alternatives.length);
    const taken = alternatives[Math.min(run.alternative, alternatives.length - 1)];
    if (isSchema(taken)) return chosen(run, schema, keyword, taken, spot);
  }
  if (isSchema(schema.if) && isSchema(schema.then)) {
    const { if: condition, then, else: _else, ...rest } = schema;
    return visit(run, { ...rest, allOf: [condition, then] }, spot);
  }
  return plain(run, original, schema, spot);
}

function fixedValue(schema: JsonObject): Json | undefined {
  if (schema.example !== undefined) return schema.example;
  if (Array.isArray(schema.examples) && schema.examples.length > 0) return schema.examples[0];
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  return Array.isArray(schema.enum) ? schema.enum[0] : undefined;
}

/** An alternative together with what stands beside the choice, its discriminator set to name it. */
function chosen(
  run: Sampling,
  schema: JsonObject,
  keyword: 'oneOf' | 'anyOf',
  taken: Schema,
  spot: Spot,
): Json | undefined {
  const { [keyword]: _choice, discriminator, ...beside } = schema;
  const value = visit(run, Object.keys(beside).length === 0 ? taken : { ...beside, allOf: [taken] }, spot);
  if (isObject(discriminator) && typeof discriminator.propertyName === 'string' && isObject(value)) {
    const tag = discriminatorValue(run.contract, discriminator, taken);
    if (tag !== undefined) return { ...value, [discriminator.propertyName]: tag };
  }
  return value;
}

/** OpenAPI 3.1 section 4.8.25: the mapping's key for the alternative, else the last part of its reference. */
function discriminatorValue(
  contract: Contract,
  discriminator: JsonObject,
  taken: Schema,
): string | undefined {
  const reference = isObject(taken) && typeof taken.$ref === 'string' ? taken.$ref : undefined;
  if (reference === undefined) return undefined;
  const properties = flatten(contract, taken).schema.properties;
  const property = isObject(properties) ? properties[String(discriminator.propertyName)] : undefined;
  const fixed = isSchema(property) ? fixedValue(flatten(contract, property).schema) : undefined;
  if (typeof fixed === 'string') return fixed;
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  const mapping = isObject(discriminator.mapping) ? Object.entries(discriminator.mapping) : [];
  return mapping.find(([, target]) => target === reference || target === name)?.[0] ?? name;
}

function plain(run: Sampling, original: Schema, schema: JsonObject, spot: Spot): Json | undefined {
  switch (typeOf(schema)) {
    case 'object':
      return sampleObject(run, schema, spot);
    case 'array':
      return sampleArray(run, schema, spot);
    case 'integer':
      return sampleNumber(schema, true);
    case 'number':
      return sampleNumber(schema, false);
    case 'boolean':
      return true;
    case 'string': {
      const value = sampleString(schema, spot.name || 'id');
      if (value === undefined) run.holes.push({ schema: original, fill: spot.fill });
      return value ?? 'string';
    }
    default:
      return null;
  }
}

/** Keywords that give a schema without `type` away. */
const typeByKeyword: readonly (readonly [string, string])[] = [
  ['multipleOf', 'number'],
  ['maximum', 'number'],
  ['exclusiveMaximum', 'number'],
  ['minimum', 'number'],
  ['exclusiveMinimum', 'number'],
  ['maxLength', 'string'],
  ['minLength', 'string'],
  ['pattern', 'string'],
  ['format', 'string'],
  ['items', 'array'],
  ['prefixItems', 'array'],
  ['contains', 'array'],
  ['maxItems', 'array'],
  ['minItems', 'array'],
  ['uniqueItems', 'array'],
  ['maxProperties', 'object'],
  ['minProperties', 'object'],
  ['required', 'object'],
  ['additionalProperties', 'object'],
  ['properties', 'object'],
  ['patternProperties', 'object'],
];

/** The type to sample: the first that is listed and not null, else what the keywords are about. */
export function typeOf(schema: JsonObject): string | undefined {
  const { type } = schema;
  if (typeof type === 'string') return type;
  if (Array.isArray(type)) return String(type.find((name) => name !== 'null') ?? type[0]);
  return typeByKeyword.find(([keyword]) => schema[keyword] !== undefined)?.[1];
}

/** Where a schema contains itself the sample ends; with nothing, where empty would not do. */
function emptyOf(schema: JsonObject): Json | undefined {
  const type = typeOf(schema);
  if (type === 'array') return [];
  const isBare = !Array.isArray(schema.required) || schema.required.length === 0;
  return type === 'object' && isBare ? {} : undefined;
}

function overlay(value: Json | undefined, overlays: readonly Json[]): Json | undefined {
  let whole = value;
  for (const above of overlays) {
    whole = isObject(whole) && isObject(above) ? Object.assign({}, whole, above) : above;
  }
  return whole;
}
