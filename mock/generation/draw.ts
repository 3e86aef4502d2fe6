import { isObject, type Json, type JsonObject } from '../../src/contract/json.ts';
import type { Taste } from '../../src/contract/sample/making.ts';
import { isSchema } from '../../src/contract/schema/parts.ts';
import type { Contract, Schema } from '../../src/contract/types.ts';
import { flatten } from './flatten.ts';
import { hash } from './random.ts';
import { randomSample } from './random-sample.ts';
import { isValid } from './valid-value.ts';

export interface Drawing {
  readonly contract: Contract;
  /** Everything that is drawn depends on it. */
  readonly seed: string;
  /** What this one answer depends on beside the seed: operation, status, path. */
  readonly occasion: string;
  readonly items: number | undefined;
  readonly taste: Taste;
  /** The id in the path of the request, as the document's schema types it. */
  readonly id: Json | undefined;
}

/**
 * Draws a value for a schema. Things with an `id` are drawn from that id alone, so that the same id is the same thing in a
 * list, in its detail and in every answer.
 */
export async function draw(schema: Schema, drawing: Drawing): Promise<Json> {
  const { contract, seed, occasion, items } = drawing;
  const sized = items === undefined ? schema : withItems(contract, schema, items);
  const value = await randomSample(contract, sized, hash(`${seed} ${occasion}`), drawing.taste);
  const settled = await settle(schema, value, drawing, true);
  return isValid(contract, sized, settled) ? settled : value;
}

/** Replaces every thing with an id at the root, in a list, or one level below (an envelope). */
async function settle(schema: Schema, value: Json, drawing: Drawing, descend: boolean): Promise<Json> {
  if (Array.isArray(value)) {
    const { items } = flatten(drawing.contract, schema).schema;
    if (!isSchema(items)) return value;
    return Promise.all(value.map((item) => (hasId(item) ? thing(items, item, item.id, drawing) : item)));
  }
  if (!isObject(value)) return value;
  if (hasId(value)) return thing(schema, value, drawing.id ?? value.id, drawing);
  if (!descend) return value;
  const { properties } = flatten(drawing.contract, schema).schema;
  const known = isObject(properties) ? properties : {};
  const members = Object.entries(value).map(async ([name, member]): Promise<[string, Json]> => {
    const property = known[name];
    return [name, isSchema(property) ? await settle(property, member, drawing, false) : member];
  });
  return Object.fromEntries(await Promise.all(members));
}

async function thing(
  schema: Schema,
  value: JsonObject,
  id: Json | undefined,
  drawing: Drawing,
): Promise<Json> {
  const { contract, seed } = drawing;
  const drawn = await randomSample(
    contract,
    schema,
    hash(`${seed} ${kindOf(schema)} ${JSON.stringify(id)}`),
    drawing.taste,
  );
  if (!isObject(drawn) || id === undefined) return value;
  const named = { ...drawn, id };
  return isValid(contract, schema, named) ? named : value;
}

/** What kind of thing a schema describes: its name, or, without one, the names of its properties. */
function kindOf(schema: Schema): string {
  if (!isObject(schema)) return '';
  if (typeof schema.$ref === 'string') return schema.$ref;
  return isObject(schema.properties) ? Object.keys(schema.properties).join() : JSON.stringify(schema);
}

/** The schema with its arrays, at the root or one level below, as long as asked for. */
function withItems(contract: Contract, schema: Schema, items: number): Schema {
  const flat = flatten(contract, schema).schema;
  if (flat.items !== undefined) return sized(flat, items);
  if (!isObject(flat.properties)) return schema;
  const properties = Object.entries(flat.properties).map(([name, property]): [string, Json] => {
    const part = isSchema(property) ? flatten(contract, property).schema : {};
    return [name, part.items === undefined ? property : sized(part, items)];
  });
  return { ...flat, properties: Object.fromEntries(properties) };
}

function sized(array: JsonObject, items: number): JsonObject {
  const most = typeof array.maxItems === 'number' ? array.maxItems : Number.POSITIVE_INFINITY;
  const least = typeof array.minItems === 'number' ? array.minItems : 0;
  const length = Math.min(most, Math.max(least, items));
  return { ...array, minItems: length, maxItems: length };
}

function hasId(value: Json): value is JsonObject & { id: Json } {
  return isObject(value) && (typeof value.id === 'string' || typeof value.id === 'number');
}
