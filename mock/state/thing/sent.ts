import { isJsonValue, isObject, type Json, type JsonObject } from '../../../src/contract/json.ts';
import { at, type Place } from '../documented/shapes.ts';
import type { Matter } from '../matter.ts';
import { serversProperties } from './thing.ts';

/**
 * The thing in the body, which may stand in the same envelope as in the answer. What is read-only a server does not take
 * from a client (OpenAPI 3.0.4 section 4.7.24.2): it is left out.
 */
export function sentThing(matter: Matter, { steps }: Place): JsonObject | undefined {
  const { operation, site } = matter.checked.routed;
  const sent = sentObject(matter);
  const inside = at(sent, steps);
  const thing = isObject(inside) ? inside : sent;
  if (thing === undefined) return undefined;
  const servers = serversProperties(site.contract, operation, steps);
  if (servers.length === 0) return thing;
  return Object.fromEntries(Object.entries(thing).filter(([name]) => !servers.includes(name)));
}

/** The body, where it is an object; a body that is none says nothing about a thing. */
function sentObject({ checked }: Matter): JsonObject | undefined {
  const body = checked.validation.parsed?.body;
  if (!isObject(body)) return undefined;
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): [string, Json][] =>
      isJsonValue(value) ? [[name, value]] : [],
    ),
  );
}
