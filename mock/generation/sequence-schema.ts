import type { JsonObject } from '../../src/contract/json.ts';
import type { MediaType, Schema } from '../../src/contract/types.ts';

const lists = new WeakMap<object, JsonObject>();

/** The schema of a whole body. Where only that of its items is documented (OpenAPI 3.2, `itemSchema`) there are two of them. */
export function schemaOf({ schema, itemSchema }: MediaType): Schema | undefined {
  if (schema !== undefined || typeof itemSchema !== 'object') return schema;
  const list = lists.get(itemSchema) ?? { type: 'array', items: itemSchema, minItems: 2 };
  lists.set(itemSchema, list);
  return list;
}
