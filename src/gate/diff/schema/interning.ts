import type { JsonObject } from '../../../contract/json.ts';
import { numberer } from '../../../contract/memo.ts';
import type { Contract, Schema } from '../../../contract/types.ts';

/** Makes one schema of several that all hold. */
export type Combine = (schemas: readonly Schema[]) => Schema;

/**
 * Merging schemas that refer to each other all around may need a new schema for every set of them. Documents that people
 * write stay far below this; past it, the first of the schemas speaks for all.
 */
const mostMade = 5000;

/**
 * The same schemas combined give the same object, however often they meet: a recursive schema that is merged with itself
 * at every level comes to an end.
 */
export function createCombine(schemaAt: Contract['schemaAt']): Combine {
  const numberOf = numberer();
  const made = new Map<string, JsonObject>();
  return (schemas) => {
    const distinct = [...new Set(schemas.map((schema) => target(schema, schemaAt)))];
    const objects = distinct.filter((schema) => typeof schema !== 'boolean');
    if (distinct.includes(false)) return false;
    const [first = true] = objects;
    if (objects.length < 2) return first;
    const key = objects.map(numberOf).sort().join();
    const known = made.get(key);
    if (known || made.size >= mostMade) return known ?? first;
    const merged = { allOf: objects };
    made.set(key, merged);
    return merged;
  };
}

/** A reference and nothing else is its target. */
function target(schema: Schema, schemaAt: Contract['schemaAt']): Schema {
  if (typeof schema === 'boolean' || typeof schema.$ref !== 'string') return schema;
  return Object.keys(schema).length === 1 ? (schemaAt(schema.$ref) ?? schema) : schema;
}
