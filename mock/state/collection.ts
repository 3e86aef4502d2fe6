import { isObject, type Json, type JsonObject } from '../../src/contract/json.ts';
import type { Operation } from '../../src/contract/types.ts';
import { examplesOf } from '../negotiation/examples.ts';
import type { Routed } from '../types.ts';
import { at, type Place, successContent } from './documented/shapes.ts';
import { usualValue } from './documented/usual-value.ts';
import { listPlace, type Matter, parentsOf, thingPlace } from './matter.ts';
import type { Collection } from './store.ts';

/** The collection, begun with the things that the documented answers show, at home and here. */
export async function openCollection(matter: Matter): Promise<Collection> {
  const { store, session, key, path, home } = matter;
  if (home === undefined) return store.open(session, key, () => documented(matter));
  const whole = { ...matter, resource: home, home: undefined };
  const collection = await store.open(session, key, () => documented(whole));
  if (collection.begun.has(path)) return collection;
  for (const [id, thing] of await unseenOf(matter)) store.put(session, key, id, thing);
  collection.begun.add(path);
  return collection;
}

/** The things of a collection, or what is documented of one that was never touched. */
export async function thingsOf(matter: Matter): Promise<readonly JsonObject[]> {
  const { store, session, key, path, home } = matter;
  const collection = store.peek(session, key);
  if (collection === undefined) return [...(await documented(matter)).values()];
  if (home === undefined) return [...collection.things.values()];
  const unseen = collection.begun.has(path) ? [] : await unseenOf(matter);
  const things = [...unseen.map(([, thing]) => thing), ...collection.things.values()];
  const place = listPlace(matter);
  const parents = place === undefined ? [] : Object.entries(parentsOf(matter, place));
  return things.filter((thing) => parents.every(([name, value]) => String(thing[name]) === String(value)));
}

/** What is documented here and was neither kept nor removed at home. */
async function unseenOf(matter: Matter): Promise<readonly [string, JsonObject][]> {
  const collection = matter.store.peek(matter.session, matter.key);
  const shown = [...(await documented(matter))];
  return shown.filter(([id]) => !collection?.things.has(id) && !collection?.removed.has(id));
}

/** Things shown by the list and by the detail of the document, by id; a detail without an example counts only where the list has none either. */
async function documented(matter: Matter): Promise<ReadonlyMap<string, JsonObject>> {
  const { checked, resource } = matter;
  const { list, read } = resource.operations;
  const things = new Map<string, JsonObject>();
  const shown = async (operation: Operation | undefined, place: Place | undefined) =>
    place && operation && at(await usualValue(checked.routed, operation, undefined), place.steps);
  const listed = listPlace(matter);
  const all = await shown(list, listed);
  for (const thing of Array.isArray(all) ? all : []) keep(things, thing, listed, matter);
  if (hasExample(checked.routed, read) || (things.size === 0 && !hasExample(checked.routed, list))) {
    const place = thingPlace(matter, 'read');
    keep(things, await shown(read, place), place, matter);
  }
  return things;
}

function hasExample({ site, incoming }: Routed, operation: Operation | undefined): boolean {
  const content = operation && successContent(operation);
  const { dynamic, ignoreExamples } = incoming.settings;
  return (
    content !== undefined && !dynamic && !ignoreExamples && examplesOf(site.contract, content).length > 0
  );
}

function keep(
  things: Map<string, JsonObject>,
  thing: Json | undefined,
  place: Place | undefined,
  matter: Matter,
): void {
  if (place === undefined || !isObject(thing)) return;
  const id = thing[place.idName];
  if ((typeof id === 'string' || typeof id === 'number') && !things.has(String(id)))
    things.set(String(id), { ...thing, ...parentsOf(matter, place) });
}
