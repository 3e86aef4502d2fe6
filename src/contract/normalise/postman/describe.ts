import { text } from '../../document/members.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';

/** A description is a text or `{content}`. */
export function describe(description: Json | undefined): JsonObject {
  const words = isObject(description) ? text(description.content) : text(description);
  return words === undefined || words === '' ? {} : { description: words };
}
