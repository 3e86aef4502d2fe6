import { isObject, type JsonObject } from '../../src/contract/json.ts';
import { canonical } from '../../src/contract/schema/canonical.ts';
import type { Operation } from '../../src/contract/types.ts';
import type { Behaved } from '../types.ts';
import { gone } from './answer/gone.ts';
import { answerWith } from './answer/told.ts';
import { statusOf } from './change.ts';
import { openCollection } from './collection.ts';
import { at, type Place, propertiesOf } from './documented/shapes.ts';
import { usualValue } from './documented/usual-value.ts';
import { type Matter, thingPlace } from './matter.ts';
import { sentThing } from './thing/sent.ts';
import { stamp } from './thing/thing.ts';

/**
 * `POST /orders/7/cancel`, which answers the order: the one that is stored, with what was sent of it, and with what the
 * document says that cancelling does.
 */
export async function act(matter: Matter): Promise<Behaved | undefined> {
  const place = thingPlace(matter, 'change');
  if (place === undefined || matter.id === undefined) return undefined;
  const { contract } = matter.checked.routed.site;
  const collection = await openCollection(matter);
  if (collection.removed.has(matter.id)) return gone(matter);
  const before = collection.things.get(matter.id);
  if (before === undefined) return undefined;
  const properties = propertiesOf(contract, place.schema);
  const sent = Object.entries(sentThing(matter, place) ?? {}).filter(([name]) =>
    Object.hasOwn(properties, name),
  );
  const after = { ...before, ...(await effectOf(matter, place)), ...Object.fromEntries(sent) };
  const kept = { ...after, [place.idName]: before[place.idName] ?? matter.id };
  const body = await answerWith(matter, 'change', stamp(contract, kept, place, false));
  if (body === undefined) return undefined;
  matter.store.put(matter.session, matter.key, matter.id, body.thing);
  return { kind: 'value', status: statusOf(matter), value: body.value, why: 'done to what was stored' };
}

/** Where the examples of the thing and of this answer show the same one: in what they differ. */
async function effectOf(matter: Matter, place: Place): Promise<JsonObject> {
  const { read, change } = matter.resource.operations;
  const before = await shown(matter, read, thingPlace(matter, 'read'));
  const after = await shown(matter, change, place);
  if (before[place.idName] === undefined || before[place.idName] !== after[place.idName]) return {};
  const changed = Object.entries(after).filter(
    ([name, value]) => canonical(value) !== canonical(before[name]),
  );
  return Object.fromEntries(changed);
}

async function shown(
  { checked }: Matter,
  operation: Operation | undefined,
  place: Place | undefined,
): Promise<JsonObject> {
  if (operation === undefined || place === undefined) return {};
  const value = at(await usualValue(checked.routed, operation, undefined), place.steps);
  return isObject(value) ? value : {};
}
