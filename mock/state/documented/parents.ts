import type { JsonObject } from '../../../src/contract/json.ts';
import { plain } from '../plain.ts';
import { singular } from './shapes.ts';

const none: ReadonlyMap<string, string> = new Map();

/**
 * The properties of a thing that say what it belongs to, by the parameters of its collection's path: `userId`, for
 * `/users/{userId}/orders` as for `/users/{id}/orders`.
 */
export function parentNames(
  path: string,
  properties: JsonObject,
  idName: string,
): ReadonlyMap<string, string> {
  if (!path.includes('{')) return none;
  const names = Object.keys(properties).filter((name) => name !== idName);
  const found = new Map<string, string>();
  for (const [, collection = '', parameter = ''] of path.matchAll(/([^/]*)\/\{([^{}/]+)\}/g)) {
    const wanted = [parameter, `${parameter}Id`, singular(collection) + parameter].map(plain);
    const name = names.find((own) => wanted.includes(plain(own)));
    if (name !== undefined) found.set(parameter, name);
  }
  return found;
}
