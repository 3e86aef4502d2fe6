import type { Json, JsonObject } from '../json.ts';

/** What changes: members with a new text, and schemas whose names (`$id`, `$anchor`) are resolved and go. */
export interface Edits {
  readonly members: ReadonlyMap<JsonObject, ReadonlyMap<string, string>>;
  readonly named: ReadonlySet<JsonObject>;
}

const names = new Set(['$id', '$anchor']);

/** Copies a value with edits. What holds none is kept, not copied; what stands in several places is copied once. */
export function rewrite(edits: Edits): (value: Json) => Json {
  const done = new Map<Json, Json>();
  const copy = (value: Json): Json => {
    if (typeof value !== 'object' || value === null) return value;
    const known = done.get(value);
    if (known !== undefined) return known;
    const fresh = Array.isArray(value) ? copyList(value, copy) : copyMembers(value, copy, edits);
    done.set(value, fresh);
    return fresh;
  };
  return copy;
}

function copyList(list: Json[], copy: (value: Json) => Json): Json[] {
  const items = list.map(copy);
  return items.some((item, index) => item !== list[index]) ? items : list;
}

function copyMembers(object: JsonObject, copy: (value: Json) => Json, { members, named }: Edits): JsonObject {
  const edit = members.get(object);
  const kept = Object.entries(object).filter(([key]) => !(named.has(object) && names.has(key)));
  const copied = kept.map(([key, value]): [string, Json] => [key, edit?.get(key) ?? copy(value)]);
  const changed = edit || named.has(object) || copied.some(([key, value]) => value !== object[key]);
  return changed ? Object.fromEntries(copied) : object;
}
