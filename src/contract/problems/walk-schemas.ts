import { holdsData, isExtension, mapsOfNames } from '../document/member-kinds.ts';
import { isObject } from '../json.ts';
import { type Cursor, child, entries, items } from './cursor.ts';

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

const single = [
  'items',
  'additionalProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
];
const many = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const named = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'];

/** The schemas directly inside a schema. */
export function subschemas(schema: Cursor): readonly Cursor[] {
  if (!isObject(schema.value)) return [];
  return [
    ...single
      .flatMap((name) => partsOf(child(schema, name), name))
      .filter(({ value }) => value !== undefined),
    ...many.flatMap((name) => items(child(schema, name))),
    ...named.flatMap((name) => entries(child(schema, name)).map(([, member]) => member)),
  ];
}

/** Before 2020-12 `items` was a list where every element has a schema of its own. */
function partsOf(part: Cursor, name: string): readonly Cursor[] {
  return name === 'items' && Array.isArray(part.value) ? items(part) : [part];
}
