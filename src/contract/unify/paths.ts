import { object } from '../document/members.ts';
import { fragmentPointer, valueAt } from '../document/pointer.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { rewrite } from './rewrite.ts';
import { type Components, prefixed, type Source } from './source.ts';

/** The path items of a contract under its prefix; `/` becomes the bare prefix. */
export function unifyPaths(source: Source, components: Components): [string, JsonObject][] {
  const { id, document } = source;
  return Object.entries(object(document.paths)).flatMap(([path, item]) => {
    const own = withOwnSecurity(pathItem(document, object(item)), document.security);
    const rewritten = rewrite(own, source, components);
    return isObject(rewritten) ? [[prefixed(id, path), tagged(rewritten, id)]] : [];
  });
}

/** A path item that stands elsewhere comes in: its operations get the security and the tag of this contract. */
function pathItem(document: JsonObject, item: JsonObject): JsonObject {
  const { $ref, ...own } = item;
  if (typeof $ref !== 'string' || !$ref.startsWith('#')) return item;
  return { ...object(valueAt(document, fragmentPointer($ref.slice(1)))), ...own };
}

/** The document's `security` holds for operations that have none of their own; there is one document no longer. */
function withOwnSecurity(item: JsonObject, security: Json | undefined): JsonObject {
  return security === undefined ? item : eachOperation(item, (operation) => ({ security, ...operation }));
}

function tagged(item: JsonObject, id: string): JsonObject {
  return eachOperation(item, (operation) => ({ ...operation, tags: [id] }));
}

function eachOperation(item: JsonObject, change: (operation: JsonObject) => JsonObject): JsonObject {
  const changed = Object.entries(item).map(([member, value]) =>
    isObject(value) && isObject(value.responses) ? [member, change(value)] : [member, value],
  );
  return Object.fromEntries(changed);
}
