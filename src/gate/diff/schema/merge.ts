import { isObject, type Json, type JsonObject } from '../../../contract/json.ts';
import { isSchema, schemaEntries } from '../../../contract/schema/parts.ts';
import type { Combine } from './interning.ts';

const largest = new Set([
  'minimum',
  'exclusiveMinimum',
  'minLength',
  'minItems',
  'minProperties',
  'minContains',
]);
const smallest = new Set([
  'maximum',
  'exclusiveMaximum',
  'maxLength',
  'maxItems',
  'maxProperties',
  'maxContains',
]);
const schemaMaps = new Set(['patternProperties', 'dependentSchemas']);
const single = new Set([
  'additionalProperties',
  'items',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
]);

/** Keywords that a form keeps apart. */
const apart = new Set([
  ...['$ref', '$dynamicRef', 'allOf', 'anyOf', 'oneOf', 'not'],
  ...['type', 'enum', 'const', 'format', 'pattern', 'properties', 'required'],
]);

/** All other keywords of schemas that hold together: the tighter bound, schemas combined, else the first that says it. */
export function mergeKeywords(parts: readonly JsonObject[], combine: Combine): JsonObject {
  const merged: JsonObject = {};
  for (const part of parts) {
    for (const [keyword, value] of Object.entries(part)) {
      if (apart.has(keyword)) continue;
      const known = merged[keyword];
      merged[keyword] = known === undefined ? value : mergeValue(keyword, known, value, combine);
    }
  }
  return merged;
}

function mergeValue(keyword: string, first: Json, second: Json, combine: Combine): Json {
  if (typeof first === 'number' && typeof second === 'number') {
    if (largest.has(keyword)) return Math.max(first, second);
    if (smallest.has(keyword)) return Math.min(first, second);
  }
  if (typeof first === 'boolean' && typeof second === 'boolean' && !single.has(keyword))
    return first || second;
  if (single.has(keyword) && isSchema(first) && isSchema(second)) return combine([first, second]);
  if (schemaMaps.has(keyword) && isObject(first) && isObject(second))
    return Object.fromEntries(mergeMaps([first, second], combine));
  return first;
}

/** Maps of schemas as one: a name in several of them must satisfy all. */
export function mergeMaps(
  maps: readonly (Json | undefined)[],
  combine: Combine,
): Map<string, JsonObject | boolean> {
  const byName = Map.groupBy(maps.flatMap(schemaEntries), ([name]) => name);
  return new Map([...byName].map(([name, same]) => [name, combine(same.map(([, schema]) => schema))]));
}
