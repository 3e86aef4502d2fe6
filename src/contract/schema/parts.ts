import { isObject, type Json } from '../json.ts';
import type { Schema } from '../types.ts';

/** Reading schemas out of schemas: what is none counts as absent. */

export function isSchema(value: Json | undefined): value is Schema {
  return typeof value === 'boolean' || isObject(value);
}

/** The schemas in a list: `allOf`, `prefixItems`, … */
export function schemasIn(value: Json | undefined): readonly Schema[] {
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

/** The schemas in a map: `properties`, `patternProperties`, … */
export function schemaEntries(value: Json | undefined): readonly (readonly [string, Schema])[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, part]): [string, Schema][] =>
    isSchema(part) ? [[name, part]] : [],
  );
}
