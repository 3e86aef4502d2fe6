import { isJsonValue, isObject, type Json, type JsonObject } from '../../../src/contract/json.ts';
import { at, type Place } from '../documented/shapes.ts';
import type { Matter } from '../matter.ts';

/** The thing in the body, which may stand in the same envelope as in the answer. */
export function sentThing(matter: Matter, { steps }: Place): JsonObject | undefined {
  const sent = sentObject(matter);
  const inside = at(sent, steps);
  return isObject(inside) ? inside : sent;
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
