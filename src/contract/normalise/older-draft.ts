import { isObject, type Json, type JsonObject } from '../json.ts';
import { keywords } from '../schema/keywords.ts';
import { type NormaliseSchema, normaliserOf } from './schema.ts';

/** True where a document says that its schemas are of a draft before 2020-12 (OpenAPI 3.1, `jsonSchemaDialect`). */
export function hasOlderDraft({ jsonSchemaDialect }: JsonObject): boolean {
  return (
    typeof jsonSchemaDialect === 'string' &&
    /json-schema\.org\/(?:draft-0\d|draft\/2019-09)\/schema/.test(jsonSchemaDialect)
  );
}

/**
 * Turns schemas of JSON Schema drafts 6 to 2019-09 into 2020-12: a list of `items` is `prefixItems` there and `additionalItems`
 * are `items`, `dependencies` are `dependentRequired` and `dependentSchemas`.
 */
export function olderDraftNormaliser(): NormaliseSchema {
  return normaliserOf((schema, child) => {
    const members = Object.entries(schema).map(([key, value]): [string, Json] => [
      key,
      inside(key, value, child),
    ]);
    return dependencies(tuple(Object.fromEntries(members)));
  });
}

const maps = new Set(['$defs', 'definitions', 'dependencies']);

function inside(key: string, value: Json, child: (schema: Json) => Json): Json {
  const holds = keywords.get(key)?.holds;
  if (Array.isArray(value)) return holds === 'schemas' || key === 'items' ? value.map(child) : value;
  if (holds === 'schema' || key === 'additionalItems') return child(value);
  if (!isObject(value) || !(holds === 'schema-map' || maps.has(key))) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, isObject(part) ? child(part) : part]),
  );
}

function tuple({ items, additionalItems, ...rest }: JsonObject): JsonObject {
  if (!Array.isArray(items)) return items === undefined ? rest : { ...rest, items };
  return {
    ...rest,
    prefixItems: items,
    ...(additionalItems === undefined ? {} : { items: additionalItems }),
  };
}

function dependencies({ dependencies: all, ...rest }: JsonObject): JsonObject {
  if (!isObject(all)) return rest;
  const [names, schemas] = [true, false].map((isList) =>
    Object.fromEntries(Object.entries(all).filter(([, needed]) => Array.isArray(needed) === isList)),
  );
  return { dependentRequired: names ?? {}, dependentSchemas: schemas ?? {}, ...rest };
}
