import type { Json, JsonObject } from '../../src/contract/json.ts';
import { isPlain } from './shapes.ts';

/** JSON Merge Patch (RFC 7396): members of the patch replace those of the same name, `null` removes them, objects are merged. */
export function mergePatch(before: Json | undefined, patch: JsonObject): JsonObject {
  const after = new Map(isPlain(before) ? Object.entries(before) : []);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) after.delete(name);
    else after.set(name, isPlain(value) ? mergePatch(after.get(name), value) : value);
  }
  return Object.fromEntries(after);
}
