import { isObject, type Json, type JsonObject } from '../json.ts';

/** Reading members of documents that may hold anything: a member of the wrong type counts as absent. */

export const text = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

export const flag = (value: Json | undefined): boolean => value === true;

export const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

export const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

/** The objects in a list. */
export const objects = (value: Json | undefined): readonly JsonObject[] =>
  list(value).flatMap((item) => (isObject(item) ? [item] : []));

export const texts = (value: Json | undefined): readonly string[] =>
  list(value).filter((item): item is string => typeof item === 'string');

/** All `x-` members. */
export function extensions(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key.startsWith('x-')));
}
