import type { JsonObject } from '../../src/contract/json.ts';
import { memo } from '../../src/contract/memo.ts';
import type { MediaType, Schema } from '../../src/contract/types.ts';

const listOf = memo((items: JsonObject): JsonObject => ({ type: 'array', items, minItems: 2 }));

/** The schema of a whole body. Where only that of its items is documented (OpenAPI 3.2, `itemSchema`) there are two of them. */
export function schemaOf({ schema, itemSchema }: MediaType): Schema | undefined {
  return schema !== undefined || typeof itemSchema !== 'object' ? schema : listOf(itemSchema);
}
