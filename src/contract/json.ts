/** Any JSON value (RFC 8259). */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object with any members. */
export interface JsonObject {
  [member: string]: Json;
}

/** True for a JSON object, false for arrays, null and scalars. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for what a parsed body holds, unless it is nothing at all, or bytes. */
export function isJsonValue(value: unknown): value is Json {
  if (typeof value === 'object') return !(value instanceof Uint8Array);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
