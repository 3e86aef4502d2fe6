import type { Json } from '../../contract/json.ts';
import { isObject } from '../../contract/json.ts';
import type { Schema } from '../../contract/types.ts';

/** A value from a command line in the type its schema asks for: `"3"` as 3, 3 as `"3"`. What does not fit stays as it is. */
export function coerce(schema: Schema, value: Json): Json {
  const types = isObject(schema) ? [schema.type].flat() : [];
  if (types.length === 0 || types[0] === undefined || types.includes('string')) {
    return types.includes('string') && isScalar(value) ? String(value) : value;
  }
  return typeof value === 'string' ? parsed(value) : value;
}

function isScalar(value: Json): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
