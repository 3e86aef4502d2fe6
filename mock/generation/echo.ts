import { isJsonValue, isObject, type Json, type JsonObject } from '../../src/contract/json.ts';
import type { Contract, Schema } from '../../src/contract/types.ts';
import type { Checked } from '../types.ts';
import { isValid } from './valid-value.ts';

/** A generated value with what the client sent in it, and the names that were taken over. */
export interface Echoed {
  readonly value: Json;
  readonly names: readonly string[];
}

/**
 * Puts request values into a generated response: members of the body and path parameters replace properties of the same
 * name, where the schema still holds. A path parameter `petId` also counts as the `id` of what is answered.
 */
export function echo(contract: Contract, schema: Schema, value: Json, checked: Checked): Echoed {
  const sources = isObject(value) ? requestValues(checked, value) : [];
  let whole: Json = value;
  const names: string[] = [];
  for (const [name, sent] of sources) {
    if (!isObject(whole) || Object.is(whole[name], sent)) continue;
    const changed: JsonObject = { ...whole, [name]: sent };
    if (!isValid(contract, schema, changed)) continue;
    whole = changed;
    names.push(name);
  }
  return { value: whole, names };
}

/** Name and value of what the request has in common with the response. */
function requestValues({ validation, routed }: Checked, value: JsonObject): [string, Json][] {
  const { parsed } = validation;
  const body = isObject(parsed?.body) ? Object.entries(parsed.body) : [];
  const found = new Map<string, Json>();
  for (const [name, sent] of body) if (Object.hasOwn(value, name) && isJsonValue(sent)) found.set(name, sent);
  for (const [name, sent] of Object.entries(parsed?.path ?? {})) {
    const target = Object.hasOwn(value, name)
      ? name
      : isLastId(name, routed.operation.path)
        ? 'id'
        : undefined;
    if (target !== undefined && Object.hasOwn(value, target) && isJsonValue(sent)) found.set(target, sent);
  }
  return [...found];
}

/** `/pets/{petId}`, `/pets/{pet_id}`: the parameter at the end of the path names the thing itself. */
export function isLastId(name: string, path: string): boolean {
  return path.endsWith(`{${name}}`) && /^(id|uuid|.*(?:Id|ID|_id|-id|Uuid|UUID))$/.test(name);
}
