import { holdsData, isExtension, mapsOfNames } from '../document/member-kinds.ts';
import { type Keyword, keywords } from '../schema/keywords.ts';
import { type Cursor, entries, items } from './cursor.ts';

const mapsOfSchemas = new Set(['schemas', 'definitions']);

/**
 * Every place in a document where a schema stands: under `schema` and `itemSchema`, and in the maps `schemas` and
 * `definitions`. In other files these are known by where they are referred to, which is not followed here.
 */
export function* schemaPlaces(at: Cursor, key = ''): Generator<Cursor> {
  if (key === 'schema' || key === 'itemSchema') {
    yield at;
    return;
  }
  if (mapsOfSchemas.has(key)) {
    for (const [, schema] of entries(at)) yield schema;
    return;
  }
  for (const item of items(at)) yield* schemaPlaces(item);
  const isNamed = mapsOfNames.has(key);
  for (const [name, member] of entries(at)) {
    if (isNamed) yield* schemaPlaces(member);
    else if (!holdsData(name, member.value) && !isExtension(name)) yield* schemaPlaces(member, name);
  }
}

const holds: ReadonlyMap<string, Keyword['holds']> = new Map([
  ...[...keywords].map(([name, keyword]) => [name, keyword.holds] as const),
  ['contentSchema', 'schema'],
  ['$defs', 'schema-map'],
  ['definitions', 'schema-map'],
]);

/** The schemas directly inside a schema. */
export function subschemas(schema: Cursor): readonly Cursor[] {
  return entries(schema).flatMap(([name, part]) => partsOf(part, name));
}

/** Before 2020-12 `items` was a list where every element has a schema of its own. */
function partsOf(part: Cursor, name: string): readonly Cursor[] {
  switch (holds.get(name)) {
    case 'schema':
      return name === 'items' && Array.isArray(part.value) ? items(part) : [part];
    case 'schemas':
      return items(part);
    case 'schema-map':
      return entries(part).map(([, member]) => member);
    default:
      return [];
  }
}
