import { isObject, type Json } from '../../src/contract/json.ts';
import { isSchema } from '../../src/contract/schema/parts.ts';
import type { Contract, Schema } from '../../src/contract/types.ts';
import { flatten } from './flatten.ts';
import { isValid } from './valid-value.ts';

/** Keywords by which a document says itself what the value is. */
const saying = ['const', 'enum', 'example', 'examples', 'default'];

/** A made-up problem whose `status` is that of its response (RFC 9457 section 3.1.2), unless the document says another. */
export function withStatus(contract: Contract, schema: Schema, value: Json, status: number): Json {
  if (!isObject(value) || typeof value.status !== 'number') return value;
  const flat = flatten(contract, schema).schema;
  const property = isObject(flat.properties) ? flat.properties.status : undefined;
  if (!isSchema(property)) return value;
  const described = flatten(contract, property).schema;
  if (saying.some((keyword) => described[keyword] !== undefined)) return value;
  const told = { ...value, status };
  return isValid(contract, schema, told) ? told : value;
}
