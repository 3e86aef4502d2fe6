import { isObject, type Json } from '../../../src/contract/json.ts';
import { isSchema } from '../../../src/contract/schema/parts.ts';
import type { Contract, Schema } from '../../../src/contract/types.ts';
import { flatten } from '../../generation/flatten.ts';
import { staticSample } from '../../generation/static/sample.ts';
import { propertiesOf } from '../documented/shapes.ts';

/**
 * A value with what its schema requires and it lacks, at any depth: a client sends what it knows (a draft), the answer has
 * to show more (its votes).
 */
export function completed(contract: Contract, schema: Schema, value: Json): Json {
  const { items, required } = flatten(contract, schema).schema;
  if (Array.isArray(value))
    return isSchema(items) ? value.map((item) => completed(contract, items, item)) : value;
  if (!isObject(value)) return value;
  const properties = propertiesOf(contract, schema);
  const sent = Object.entries(value).map(([name, member]): [string, Json] => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return [name, isSchema(property) ? completed(contract, property, member) : member];
  });
  const missing = (Array.isArray(required) ? required : []).flatMap((name): [string, Json][] => {
    const property = typeof name === 'string' && !Object.hasOwn(value, name) ? properties[name] : undefined;
    const sampled = isSchema(property) ? staticSample(contract, property).value : undefined;
    return sampled === undefined ? [] : [[String(name), sampled]];
  });
  return Object.fromEntries([...sent, ...missing]);
}
