import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Facet } from '../schema/facets.ts';
import { hiddenProperties } from '../schema/hidden-properties.ts';
import { compilePattern } from '../schema/patterns.ts';
import type { Schema } from '../types.ts';
import { largest, smallest } from './constraints.ts';
import type { Expanded } from './expand.ts';
import { word } from './formatted.ts';
import { isDeep, type Making, type Place } from './making.ts';
import { leadsBack } from './recursion.ts';

const optionalProbability = 0.85;

/** An object with all it must have, most of what it may have, and nothing that is not declared. */
export function makeObject({ facets, tags, targets }: Expanded, making: Making): JsonObject {
  const inside: Making = {
    ...making,
    depth: making.depth + 1,
    within: new Set([...making.within, ...targets]),
  };
  const declared = declaredNames(facets, making);
  const required = requiredNames(facets, making, new Set());
  const most = smallest(facets, 'maxProperties', Number.POSITIVE_INFINITY);
  const chosen = new Set([...declared].filter((name) => required.has(name)));
  for (const name of required) chosen.add(name);
  for (const name of declared) {
    if (chosen.size < most && !chosen.has(name) && wanted(placesFor(facets, name), inside)) chosen.add(name);
  }
  for (const name of requiredNames(facets, making, chosen)) chosen.add(name);
  const extras = isOpen(facets) && !isDeep(making) ? chosen.size + (making.taste.extras ?? 0) : 0;
  const least = Math.max(extras, largest(facets, 'minProperties', isMap(facets, declared, making) ? 1 : 0));
  for (const name of declared) if (chosen.size < least) chosen.add(name);
  for (const name of furtherNames(facets, inside)) {
    if (chosen.size >= Math.min(least, most)) break;
    chosen.add(name);
  }
  const inOrder = [...declared, ...chosen].filter(
    (name, index, all) => chosen.has(name) && all.indexOf(name) === index,
  );
  return Object.fromEntries(
    inOrder.map((name): [string, Json] => [
      name,
      tags.get(name) ?? making.make(placesFor(facets, name), inside),
    ]),
  );
}

/** Declared properties that belong in this direction and can have a value at all. */
function declaredNames(facets: readonly Facet[], { contract, direction }: Making): Set<string> {
  const names = new Set(
    facets.flatMap(({ schema }) => (isObject(schema.properties) ? Object.keys(schema.properties) : [])),
  );
  for (const { schema, scope } of facets) {
    for (const hidden of hiddenProperties(contract, { schema, scope, name: '' }, direction))
      names.delete(hidden);
  }
  return names;
}

/** `required`, and what the properties already there ask for (`dependentRequired`). */
function requiredNames(
  facets: readonly Facet[],
  { contract, direction }: Making,
  present: ReadonlySet<string>,
): Set<string> {
  const names = new Set(facets.flatMap(({ schema }) => strings(schema.required)));
  for (const { schema } of facets) {
    const dependent = isObject(schema.dependentRequired) ? schema.dependentRequired : {};
    for (const name of present) for (const needed of strings(dependent[name])) names.add(needed);
  }
  for (const { schema, scope } of facets) {
    for (const hidden of hiddenProperties(contract, { schema, scope, name: '' }, direction))
      names.delete(hidden);
  }
  return names;
}

/** Optional properties stay away where they would only continue a recursion, and where one must not be (`false`). */
function wanted(places: readonly Place[], making: Making): boolean {
  if (isDeep(making) || places.some(({ schema }) => schema === false)) return false;
  const recursive = places.some((place) => isRecursive(place, making));
  return !recursive && making.random.chance(making.taste.optionals ?? optionalProbability);
}

/** Also through the elements of a list and the values of a map. */
function isRecursive({ schema, scope }: Place, { contract, within }: Making): boolean {
  if (leadsBack(contract, { schema, scope }, within)) return true;
  if (!isObject(schema)) return false;
  const parts = [schema.items, schema.additionalProperties].filter(isSchema);
  return parts.some((part) => leadsBack(contract, { schema: part, scope }, within));
}

/** All schemas for a property: by its name, by patterns, or for those not declared. */
function placesFor(facets: readonly Facet[], name: string): Place[] {
  return facets.flatMap(({ schema, scope }): Place[] => {
    const own =
      isObject(schema.properties) && Object.hasOwn(schema.properties, name) ? [schema.properties[name]] : [];
    const byPattern = isObject(schema.patternProperties)
      ? Object.entries(schema.patternProperties).flatMap(([pattern, part]) =>
          compilePattern(pattern)?.test(name) ? [part] : [],
        )
      : [];
    const known = [...own, ...byPattern];
    const parts = known.length > 0 ? known : [schema.additionalProperties];
    return parts.filter(isSchema).map((part) => ({ schema: part, scope }));
  });
}

function isOpen(facets: readonly Facet[]): boolean {
  return facets.every(
    ({ schema }) => schema.additionalProperties !== false && schema.unevaluatedProperties !== false,
  );
}

/** A map from any name to values of one schema: an empty one would show nothing. */
function isMap(facets: readonly Facet[], declared: ReadonlySet<string>, making: Making): boolean {
  if (declared.size > 0 || isDeep(making)) return false;
  return facets.some(({ schema, scope }) => {
    const values = schema.additionalProperties;
    return isObject(values) && !isRecursive({ schema: values, scope }, making);
  });
}

/** Names for properties that are not declared, where these are needed. */
function* furtherNames(
  facets: readonly Facet[],
  { random, textFor, make, ...rest }: Making,
): Generator<string> {
  const names = facets.flatMap(({ schema, scope }) =>
    isSchema(schema.propertyNames) ? [{ schema: schema.propertyNames, scope }] : [],
  );
  const patterns = facets.flatMap(({ schema }) =>
    isObject(schema.patternProperties) ? Object.keys(schema.patternProperties) : [],
  );
  const [pattern] = patterns;
  const typed: Place[] = [...names, { schema: { type: 'string' }, scope: new Map() }];
  for (let count = 0; count < 100; count += 1) {
    if (names.length > 0) yield String(make(typed, { random, textFor, make, ...rest }));
    else if (pattern !== undefined) yield textFor(pattern, random);
    else yield count < 10 ? word(random) : `${word(random)}${count}`;
  }
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'boolean' || isObject(value);
}
