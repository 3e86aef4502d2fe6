import { isObject, type Json, type JsonObject } from '../../../src/contract/json.ts';

/** JSON Merge Patch (RFC 7396): members of the patch replace those of the same name, `null` removes them, objects are merged. */
export function mergePatch(before: Json | undefined, patch: JsonObject): JsonObject {
  const after = new Map(isObject(before) ? Object.entries(before) : []);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) after.delete(name);
    else after.set(name, isObject(value) ? mergePatch(after.get(name), value) : value);
  }
  return Object.fromEntries(after);
}
