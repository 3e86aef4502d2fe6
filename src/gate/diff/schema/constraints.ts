import type { JsonObject } from '../../../contract/json.ts';

const annotations = new Set([
  ...['title', 'description', 'example', 'examples', 'default', 'deprecated', 'readOnly', 'writeOnly'],
  ...['externalDocs', 'xml', '$comment'],
]);

/** What a schema object says of values, without what it says to people. */
export function constraints(schema: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => !annotations.has(keyword) && !keyword.startsWith('x-')),
  );
}
