import type { Json } from '../json.ts';
import type { Facet } from '../schema/facets.ts';
import { isSchema } from '../schema/parts.ts';
import type { Located } from '../schema/references.ts';
import { largest, smallest } from './constraints.ts';
import type { Expanded } from './expand.ts';
import { isDeep, type Making } from './making.ts';
import { leadsBack } from './recursion.ts';

/** One to three elements unless the bounds say otherwise; none where elements would only continue a recursion. */
export function makeArray({ facets, targets }: Expanded, making: Making): Json[] {
  const inside: Making = {
    ...making,
    depth: making.depth + 1,
    within: new Set([...making.within, ...targets]),
  };
  const contained = placesOf(facets, (schema) => schema.contains);
  const length = lengthOf(facets, contained.length, inside);
  const items: Json[] = [];
  for (let index = 0; index < length; index += 1) {
    const extra = index < containedCount(facets, contained) ? contained : [];
    items.push(element([...elementPlaces(facets, index), ...extra], items, isUnique(facets), inside));
  }
  return items;
}

function lengthOf(facets: readonly Facet[], contained: number, making: Making): number {
  const prefix = Math.max(
    0,
    ...facets.map(({ schema }) => (Array.isArray(schema.prefixItems) ? schema.prefixItems.length : 0)),
  );
  const least = Math.max(
    largest(facets, 'minItems', 0),
    contained > 0 ? largest(facets, 'minContains', 1) : 0,
  );
  const closed = elementPlaces(facets, prefix).some(({ schema }) => schema === false);
  const most = Math.min(
    smallest(facets, 'maxItems', Number.POSITIVE_INFINITY),
    closed ? prefix : Number.POSITIVE_INFINITY,
  );
  if (
    isDeep(making) ||
    elementPlaces(facets, 0).some((place) => leadsBack(making.contract, place, making.within))
  )
    return Math.min(least, most);
  const { least: few, most: many } = making.taste.items ?? { least: 1, most: 3 };
  const usual = prefix > 0 ? prefix : making.random.integer(few, many);
  return Math.min(Math.max(least, usual), most);
}

function containedCount(facets: readonly Facet[], contained: readonly Located[]): number {
  return contained.length === 0 ? 0 : largest(facets, 'minContains', 1);
}

function elementPlaces(facets: readonly Facet[], index: number): Located[] {
  return placesOf(facets, (schema) => {
    const prefix = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
    return index < prefix.length ? prefix[index] : schema.items;
  });
}

function placesOf(facets: readonly Facet[], part: (schema: Facet['schema']) => Json | undefined): Located[] {
  return facets.flatMap(({ schema, scope }) => {
    const found = part(schema);
    return isSchema(found) ? [{ schema: found, scope }] : [];
  });
}

function isUnique(facets: readonly Facet[]): boolean {
  return facets.some(({ schema }) => schema.uniqueItems === true);
}

function element(places: readonly Located[], others: readonly Json[], unique: boolean, making: Making): Json {
  let item = making.make(places, making);
  if (!unique) return item;
  const taken = new Set(others.map((other) => JSON.stringify(other)));
  for (let attempt = 0; attempt < 50 && taken.has(JSON.stringify(item)); attempt += 1)
    item = making.make(places, making);
  return item;
}
