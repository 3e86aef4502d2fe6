import { holder, holdsData, isExtension, mapsOfNames } from '../document/member-kinds.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { NormaliseSchema } from './schema.ts';

/**
 * The whole document with every schema in 2020-12 form. Schemas are found by where they stand: under `schema`, or in a
 * map named `schemas`; in another file, also by looking like one.
 */
export function normaliseDocument(document: JsonObject, normalise: NormaliseSchema): JsonObject {
  const visit = (value: Json, key: string, inOtherFile: boolean): Json => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => visit(item, '', inOtherFile));
    if (key === 'schema' || (inOtherFile && looksLikeSchema(value))) return normalise(value) ?? value;
    if (key === 'schemas' || key === 'definitions')
      return mapMembers(value, (schema) => normalise(schema) ?? schema);
    if (mapsOfNames.has(key)) return mapMembers(value, (child) => visit(child, '', inOtherFile));
    return mapMembers(value, (child, name) => {
      if (holdsData(name, child) || isExtension(name)) return child;
      return visit(child, name, inOtherFile || key === holder);
    });
  };
  return mapMembers(document, (child, name) => visit(child, name, false));
}

function mapMembers(object: JsonObject, change: (value: Json, name: string) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));
}

const types = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean']);

function looksLikeSchema({ type, properties, allOf, anyOf, oneOf, ...rest }: JsonObject): boolean {
  const hasType = typeof type === 'string' && types.has(type) && !('in' in rest);
  return (
    hasType || isObject(properties) || [allOf, anyOf, oneOf].some(Array.isArray) || Array.isArray(rest.enum)
  );
}
