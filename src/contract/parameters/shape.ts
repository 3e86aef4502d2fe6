import { facetsOf, itemFacets, propertyNamesOf, typesOf } from '../schema/facets.ts';
import type { Contract, Schema } from '../types.ts';

/** What a parameter's text may be taken apart into. */
export interface Shape {
  readonly array: boolean;
  readonly object: boolean;
  /** A plain value will do too; then text is only taken apart where it has delimiters. */
  readonly scalar: boolean;
  /** The elements of an array can be text, so that a delimiter inside them must be meant. */
  readonly textItems: boolean;
  /** Declared member names of an object. */
  readonly members: ReadonlySet<string>;
  /** The object may have members of any name, and says so. */
  readonly open: boolean;
}

/** The shape of values a schema allows, through references and compositions. */
export function shapeOf(contract: Contract, schema: Schema | undefined): Shape {
  const facets = schema === undefined ? [] : facetsOf(contract, schema);
  const types = typesOf(facets);
  const items = itemFacets(facets, 0).flatMap((item) => facetsOf(contract, item.schema, item.scope));
  const itemTypes = typesOf(items);
  return {
    array: types.has('array'),
    object: types.has('object'),
    scalar:
      types.size === 0 || [...types].some((type) => type !== 'array' && type !== 'object' && type !== 'null'),
    textItems: itemTypes.size === 0 || itemTypes.has('string'),
    members: propertyNamesOf(facets),
    open: facets.some(({ schema }) => (schema.additionalProperties ?? false) !== false),
  };
}
