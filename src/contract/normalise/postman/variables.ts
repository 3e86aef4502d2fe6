import { list, text } from '../../document/members.ts';
import { isObject, type Json } from '../../json.ts';

/** Values of `{{name}}`. */
export type Variables = ReadonlyMap<string, string>;

/** `variable` of a collection or folder: a list of `{key, value}`, in old files `{id, value}`. */
export function readVariables(raw: Json | undefined): Variables {
  const found = new Map<string, string>();
  for (const variable of list(raw)) {
    if (!isObject(variable) || variable.disabled === true) continue;
    const name = text(variable.key) ?? text(variable.id);
    if (name !== undefined && variable.value !== undefined && variable.value !== null) {
      found.set(name, String(variable.value));
    }
  }
  return found;
}

/** Replaces `{{name}}` in all texts of a value; a variable may hold others. Unknown ones stay as they are. */
export function substitute(value: Json, variables: Variables): Json {
  if (typeof value === 'string') return substituteText(value, variables, 0);
  if (Array.isArray(value)) return value.map((item) => substitute(item, variables));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, substitute(member, variables)]),
  );
}

/** Variables may name each other in a circle; nobody nests them this deep on purpose. */
const deepest = 10;

function substituteText(value: string, variables: Variables, depth: number): string {
  if (depth > deepest) return value;
  return value.replace(/\{\{([^{}]+)\}\}/g, (whole, name: string) => {
    const found = variables.get(name.trim());
    return found === undefined ? whole : substituteText(found, variables, depth + 1);
  });
}
