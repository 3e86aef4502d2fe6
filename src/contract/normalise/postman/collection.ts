import { list, object, text } from '../../document/members.ts';
import { fixedMethods } from '../../document/methods.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { describe } from './describe.ts';
import { type ConvertedItem, convertItem, type Inherited } from './item.ts';
import { mergeOperations } from './merge.ts';
import { createSchemes, type Schemes } from './security.ts';
import { readVariables, type Variables } from './variables.ts';

/**
 * Gives a Postman collection (format 2.0 and 2.1) the shape of OpenAPI 3.1. Every request is an operation; requests with
 * the same method and path become one. Bodies and saved responses are examples, their schemas are inferred from them.
 */
export function convertCollection(collection: JsonObject): JsonObject {
  const schemes = createSchemes();
  const outermost = { variables: new Map(), auth: undefined, folders: [] };
  const items = convertGroup(collection, outermost, schemes);
  const info = object(collection.info);
  const servers = [...new Set(items.flatMap(({ server }) => server ?? []))].map((url) => ({ url }));
  return {
    openapi: '3.1.0',
    info: { title: text(info.name) ?? '', version: versionOf(info.version), ...describe(info.description) },
    ...(servers.length > 0 ? { servers } : {}),
    paths: collectPaths(items),
    components: { securitySchemes: schemes.all() },
  };
}

function convertGroup(group: JsonObject, outer: Inherited, schemes: Schemes): readonly ConvertedItem[] {
  const variables: Variables = new Map([...outer.variables, ...readVariables(group.variable)]);
  const auth = group.auth ?? outer.auth;
  return list(group.item).flatMap((raw) => {
    if (!isObject(raw)) return [];
    const inherited = { variables, auth, folders: outer.folders };
    if (raw.request === undefined && Array.isArray(raw.item)) {
      return convertGroup(raw, { ...inherited, folders: [...outer.folders, text(raw.name) ?? ''] }, schemes);
    }
    return convertItem(raw, inherited, schemes);
  });
}

function collectPaths(items: readonly ConvertedItem[]): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const item of items) paths[item.path] = addOperation(paths[item.path] ?? {}, item);
  return paths;
}

/** Methods of their own go where OpenAPI 3.2 puts them. */
function addOperation(pathItem: JsonObject, { method, operation }: ConvertedItem): JsonObject {
  const key = method.toLowerCase();
  if (fixedMethods.has(key)) return addTo(pathItem, key, operation);
  return {
    ...pathItem,
    additionalOperations: addTo(object(pathItem.additionalOperations), method, operation),
  };
}

function addTo(holder: JsonObject, key: string, operation: JsonObject): JsonObject {
  const before = holder[key];
  return { ...holder, [key]: isObject(before) ? mergeOperations(before, operation) : operation };
}

/** A text, or `{major, minor, patch}`. */
function versionOf(version: Json | undefined): string {
  if (!isObject(version)) return text(version) ?? '';
  return [version.major, version.minor, version.patch].map((part) => String(part ?? 0)).join('.');
}
