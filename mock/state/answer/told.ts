import { isObject, type Json, type JsonObject } from '../../../src/contract/json.ts';
import { successContent } from '../documented/shapes.ts';
import { usualValue } from '../documented/usual-value.ts';
import { type Matter, thingPlace } from '../matter.ts';
import { completed } from '../thing/completed.ts';
import { view, wrapped } from '../thing/thing.ts';

/** What a client is told of a thing that changed. */
export interface Told {
  readonly value: Json | undefined;
  /** As it is to be stored. */
  readonly thing: JsonObject;
}

/** The body that tells of the thing; undefined when no valid one can be made, so that nothing is stored. */
export async function answerWith(
  matter: Matter,
  role: 'create' | 'replace' | 'change',
  thing: JsonObject,
): Promise<Told | undefined> {
  const operation = matter.resource.operations[role];
  const whole = operation && successContent(operation)?.schema;
  const { contract } = matter.checked.routed.site;
  if (operation === undefined || whole === undefined) return { value: undefined, thing };
  const place = thingPlace(matter, role);
  const envelope = await usualValue(matter.checked.routed, operation, undefined);
  if (place === undefined) return { value: envelope, thing };
  const tell = (told: JsonObject): Told | undefined => {
    const value = wrapped(contract, whole, envelope, place, view(contract, told, place.schema));
    return value === undefined ? undefined : { value, thing: told };
  };
  const plain = tell(thing);
  if (plain !== undefined) return plain;
  const more = completed(contract, place.schema, thing);
  return isObject(more) ? tell(more) : undefined;
}
