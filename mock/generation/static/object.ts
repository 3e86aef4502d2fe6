import { isObject, type Json, type JsonObject } from '../../../src/contract/json.ts';
import { isSchema } from '../../../src/contract/schema/parts.ts';
import { flatten } from '../flatten.ts';
import type { Sampling, Spot } from './sampling.ts';

/**
 * An object with every property its schema names, except what responses do not show (`writeOnly`). A schema for
 * further properties shows as `property1` and `property2`.
 */
export function sampleObject(run: Sampling, schema: JsonObject, spot: Spot): JsonObject {
  const value: JsonObject = {};
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const add = (name: string, property: Json | undefined) => {
    if (!isSchema(property) || property === false || hidden(run, property)) return;
    // Out of budget: what must be there still comes, as its empty value.
    if (run.left < 0 && !required.has(name)) return;
    const fill = (later: Json) => {
      value[name] = later;
    };
    const sampled = run.visit(run, property, { ...spot, name, fill });
    if (sampled !== undefined) value[name] = sampled;
  };
  if (isObject(schema.properties))
    for (const [name, property] of Object.entries(schema.properties)) add(name, property);
  if (isObject(schema.additionalProperties)) {
    add('property1', schema.additionalProperties);
    add('property2', schema.additionalProperties);
  }
  for (const name of required)
    if (typeof name === 'string' && !Object.hasOwn(value, name)) addMissing(run, schema, value, name);
  return value;
}

function hidden(run: Sampling, property: Json): boolean {
  if (!isObject(property)) return false;
  if (property.writeOnly === true) return true;
  return '$ref' in property && flatten(run.contract, property).schema.writeOnly === true;
}

/** A name that is required and described nowhere: anything will do. */
function addMissing(run: Sampling, schema: JsonObject, value: JsonObject, name: string): void {
  const described = isObject(schema.properties) && Object.hasOwn(schema.properties, name);
  if (!described && schema.additionalProperties !== false && run.left >= 0) value[name] = 'string';
}
