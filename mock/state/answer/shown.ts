import { isObject, type Json, type JsonObject } from '../../../src/contract/json.ts';
import type { Contract, Schema } from '../../../src/contract/types.ts';
import { isValid } from '../../generation/valid-value.ts';
import { type Place, successContent } from '../documented/shapes.ts';
import { usualValue } from '../documented/usual-value.ts';
import { type Matter, thingPlace } from '../matter.ts';
import { completed } from '../thing/completed.ts';
import { view, wrapped } from '../thing/thing.ts';

/**
 * The body that shows a stored thing; undefined when no valid one can be made. What it lacks (its creation may have been answered by
 * its id alone) is completed.
 */
export async function shownThing(
  matter: Matter,
  role: 'read' | 'remove',
  thing: JsonObject,
): Promise<Json | undefined> {
  const operation = matter.resource.operations[role];
  const whole = operation && successContent(operation)?.schema;
  const place = thingPlace(matter, role);
  if (operation === undefined || whole === undefined || place === undefined) return undefined;
  const { contract } = matter.checked.routed.site;
  const envelope = await usualValue(matter.checked.routed, operation, undefined);
  const shown = view(contract, thing, place.schema);
  return (
    wrapped(contract, whole, envelope, place, shown) ??
    wrapped(contract, whole, envelope, place, completed(contract, place.schema, shown))
  );
}

/** The body that shows a list of things, in the first of the envelopes that its schema allows. One that cannot be shown is left out. */
export function shownList(
  contract: Contract,
  whole: Schema,
  place: Place,
  things: readonly JsonObject[],
  envelopes: readonly (Json | undefined)[],
): Json | undefined {
  const shown = things.map((thing) => view(contract, thing, place.schema));
  const plain = inFirst(contract, whole, place, shown, envelopes);
  if (plain !== undefined) return plain;
  const more = shown
    .map((thing) =>
      isValid(contract, place.schema, thing) ? thing : completed(contract, place.schema, thing),
    )
    .filter((thing) => isObject(thing) && isValid(contract, place.schema, thing));
  return inFirst(contract, whole, place, more, envelopes);
}

function inFirst(
  contract: Contract,
  whole: Schema,
  place: Place,
  things: readonly Json[],
  envelopes: readonly (Json | undefined)[],
): Json | undefined {
  for (const envelope of envelopes) {
    const body = wrapped(contract, whole, envelope, place, [...things]);
    if (body !== undefined) return body;
  }
  return undefined;
}
