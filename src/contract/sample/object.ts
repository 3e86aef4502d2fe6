import { object, texts } from '../document/members.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Facet } from '../schema/facets.ts';
import { hiddenProperties } from '../schema/hidden-properties.ts';
import { isSchema, schemaEntries } from '../schema/parts.ts';
import { compilePattern } from '../schema/patterns.ts';
import type { Located } from '../schema/references.ts';
import { largest, smallest } from './constraints.ts';
import type { Expanded } from './expand.ts';
import { word } from './formatted.ts';
import { isDeep, type Making } from './making.ts';
import { leadsBack } from './recursion.ts';

const optionalProbability = 0.85;

/** An object with all it must have, most of what it may have, and nothing that is not declared. */
export function makeObject(expanded: Expanded, making: Making): JsonObject {
  const { facets, tags, targets } = expanded;
  const within = new Set([...making.within, ...targets]);
  const inside: Making = { ...making, depth: making.depth + 1, within };
  const entries = chooseNames(facets, making, inside).map((name): [string, Json] => [
    name,
    tags.get(name) ?? making.make(placesFor(facets, name), inside),
  ]);
  return Object.fromEntries(entries);
}

/** Names in declared order: the required ones, optional ones as chance has it, more where `minProperties` asks for more. */
function chooseNames(facets: readonly Facet[], making: Making, inside: Making): string[] {
  const declared = declaredNames(facets, making);
  const chosen = requiredNames(facets, making, new Set());
  const most = smallest(facets, 'maxProperties', Number.POSITIVE_INFINITY);
  for (const name of declared) {
    if (chosen.size < most && !chosen.has(name) && wanted(placesFor(facets, name), inside)) chosen.add(name);
  }
  for (const name of requiredNames(facets, making, chosen)) chosen.add(name);
  const least = Math.min(most, leastCount(facets, declared, chosen.size, making));
  for (const name of declared) if (chosen.size < least) chosen.add(name);
  for (const name of furtherNames(facets, inside)) {
    if (chosen.size >= least) break;
    chosen.add(name);
  }
  return [...new Set([...declared, ...chosen])].filter((name) => chosen.has(name));
}

function leastCount(
  facets: readonly Facet[],
  declared: ReadonlySet<string>,
  chosen: number,
  making: Making,
): number {
  const extras = isOpen(facets) && !isDeep(making) ? chosen + (making.taste.extras ?? 0) : 0;
  return Math.max(extras, largest(facets, 'minProperties', isMap(facets, declared, making) ? 1 : 0));
}

/** Declared properties that belong in this direction. */
function declaredNames(facets: readonly Facet[], making: Making): Set<string> {
  return visible(
    facets,
    making,
    facets.flatMap(({ schema }) => Object.keys(object(schema.properties))),
  );
}

/** `required`, and what the properties already there ask for (`dependentRequired`). */
function requiredNames(facets: readonly Facet[], making: Making, present: ReadonlySet<string>): Set<string> {
  const names = facets.flatMap(({ schema }) => {
    const dependent = object(schema.dependentRequired);
    return [schema.required, ...[...present].map((name) => dependent[name])].flatMap(texts);
  });
  return visible(facets, making, names);
}

/** Without what is read-only in a request, write-only in a response. */
function visible(
  facets: readonly Facet[],
  { contract, direction }: Making,
  names: readonly string[],
): Set<string> {
  const visibleNames = new Set(names);
  for (const { schema, scope } of facets) {
    const hidden = hiddenProperties(contract, { schema, scope }, direction);
    for (const name of hidden) visibleNames.delete(name);
  }
  return visibleNames;
}

/** Optional properties stay away where they would only continue a recursion, and where one must not be (`false`). */
function wanted(places: readonly Located[], making: Making): boolean {
  if (isDeep(making) || places.some(({ schema }) => schema === false)) return false;
  const recursive = places.some((place) => isRecursive(place, making));
  return !recursive && making.random.chance(making.taste.optionals ?? optionalProbability);
}

/** Also through the elements of a list and the values of a map. */
function isRecursive({ schema, scope }: Located, { contract, within }: Making): boolean {
  if (leadsBack(contract, { schema, scope }, within)) return true;
  if (!isObject(schema)) return false;
  const parts = [schema.items, schema.additionalProperties].filter(isSchema);
  return parts.some((part) => leadsBack(contract, { schema: part, scope }, within));
}

/** All schemas for a property: by its name, by patterns, or for those not declared. */
function placesFor(facets: readonly Facet[], name: string): Located[] {
  return facets.flatMap(({ schema, scope }) => {
    const own = schemaEntries(schema.properties).filter(([declared]) => declared === name);
    const byPattern = schemaEntries(schema.patternProperties).filter(([pattern]) =>
      compilePattern(pattern)?.test(name),
    );
    const known = [...own, ...byPattern].map(([, part]) => part);
    const parts = known.length > 0 ? known : [schema.additionalProperties].filter(isSchema);
    return parts.map((part) => ({ schema: part, scope }));
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
  const patterns = facets.flatMap(({ schema }) => Object.keys(object(schema.patternProperties)));
  const [pattern] = patterns;
  const typed: Located[] = [...names, { schema: { type: 'string' }, scope: new Map() }];
  for (let count = 0; count < 100; count += 1) {
    if (names.length > 0) yield String(make(typed, { random, textFor, make, ...rest }));
    else if (pattern !== undefined) yield textFor(pattern, random);
    else yield count < 10 ? word(random) : `${word(random)}${count}`;
  }
}
