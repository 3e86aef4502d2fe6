import { isObject, type Json, type JsonObject } from '../json.ts';
import { memo } from '../memo.ts';
import type { Contract, Schema } from '../types.ts';
import { isSchema, schemasIn } from './parts.ts';
import { entryScope, type Located, type Scope, targetsOf } from './references.ts';

/** A schema without the indirections: one plain schema object that judges the value, and where it stands. */
export interface Facet extends Located {
  readonly schema: JsonObject;
}

const most = 200;

const unscoped: Scope = new Map();
const unscopedFacets = memo((contract: Contract) =>
  memo((schema: JsonObject): readonly Facet[] => collect(contract, schema, unscoped)),
);

/** All schema objects that may judge the same value: the schema, targets of references, branches and conditions. */
export function facetsOf(
  contract: Contract,
  schema: Schema,
  scope: Scope = entryScope(schema),
): readonly Facet[] {
  if (typeof schema === 'boolean') return [];
  return scope.size > 0 ? collect(contract, schema, scope) : unscopedFacets(contract)(schema);
}

function collect(contract: Contract, schema: JsonObject, scope: Scope): Facet[] {
  const facets: Facet[] = [];
  const seen = new Set<JsonObject>();
  const open: Located[] = [{ schema, scope }];
  for (let next = open.shift(); next && facets.length < most; next = open.shift()) {
    const { schema: current, scope: inside } = next;
    if (typeof current === 'boolean' || seen.has(current)) continue;
    seen.add(current);
    facets.push({ schema: current, scope: inside });
    open.push(...targetsOf(contract, next));
    for (const branch of branchesOf(current)) open.push({ schema: branch, scope: inside });
  }
  return facets;
}

function branchesOf(schema: JsonObject): Schema[] {
  const { allOf, anyOf, oneOf, if: condition, then, else: otherwise } = schema;
  return [...[allOf, anyOf, oneOf].flatMap(schemasIn), ...[condition, then, otherwise].filter(isSchema)];
}

/** JSON types that the schema speaks of; empty when it leaves the type open. */
export const typesOf = memo(
  (facets: readonly Facet[]): ReadonlySet<string> =>
    new Set(facets.flatMap(({ schema }) => ownTypes(schema))),
);

function ownTypes(schema: JsonObject): string[] {
  if (typeof schema.type === 'string') return [schema.type];
  if (Array.isArray(schema.type)) return schema.type.map(String);
  if (schema.const !== undefined) return [typeName(schema.const)];
  if (Array.isArray(schema.enum)) return schema.enum.map(typeName);
  if ('properties' in schema || isObject(schema.additionalProperties)) return ['object'];
  return 'items' in schema || 'prefixItems' in schema ? ['array'] : [];
}

function typeName(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Schemas for one property: those that name it, else those for names that match a pattern, else for all others. */
export function propertyFacets(facets: readonly Facet[], name: string): Located[] {
  const named = facets.flatMap(({ schema, scope }) => wrap(memberOf(schema.properties, name), scope));
  if (named.length > 0) return named;
  return facets.flatMap(({ schema, scope }) => wrap(schema.additionalProperties, scope));
}

/** Schemas for the element at an index of an array. */
export function itemFacets(facets: readonly Facet[], index: number): Located[] {
  return facets.flatMap(({ schema, scope }) => {
    const prefix = Array.isArray(schema.prefixItems) ? schema.prefixItems[index] : undefined;
    return wrap(prefix ?? schema.items, scope);
  });
}

/** Names of all declared properties. */
export function propertyNamesOf(facets: readonly Facet[]): Set<string> {
  return new Set(
    facets.flatMap(({ schema }) => (isObject(schema.properties) ? Object.keys(schema.properties) : [])),
  );
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** `true` and `false` say nothing of a value's shape. */
function wrap(schema: Json | undefined, scope: Scope): Located[] {
  return isObject(schema) ? [{ schema, scope }] : [];
}
