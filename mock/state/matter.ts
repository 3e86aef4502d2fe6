import { isObject, type Json, type JsonObject } from '../../src/contract/json.ts';
import { percentDecoded } from '../../src/contract/percent.ts';
import type { Operation } from '../../src/contract/types.ts';
import { sessionOf } from '../ask/session.ts';
import { examplesOf } from '../negotiation/examples.ts';
import type { Checked, Routed } from '../types.ts';
import type { Resource } from './documented/resources.ts';
import { at, findList, findThing, type Place, propertiesOf, successContent } from './documented/shapes.ts';
import { usualValue } from './documented/usual-value.ts';
import { plain } from './plain.ts';
import type { Collection, Store } from './store.ts';

/** One request about one resource of one session, with all that deciding needs. */
export interface Matter {
  readonly checked: Checked;
  readonly resource: Resource;
  readonly store: Store;
  readonly session: string;
  /** The collection's concrete path: `shop/users/5/orders`. */
  readonly key: string;
  /** The id in the path, as text; undefined for the collection itself, empty for a single thing. */
  readonly id: string | undefined;
}

export function matterOf(checked: Checked, resource: Resource, store: Store): Matter {
  const { site, request, operation, pathParameters } = checked.routed;
  const path = request.path.replace(/\/+$/, '');
  const ofItem = resource.parameter !== undefined && operation.path.replace(/\/+$/, '') !== resource.path;
  const own = ofItem ? path.slice(0, path.lastIndexOf('/')) : path;
  return {
    checked,
    resource,
    store,
    session: sessionOf(request.headers),
    key: site.contract.id + own,
    id:
      resource.parameter === undefined ? '' : ofItem ? (pathParameters[resource.parameter] ?? '') : undefined,
  };
}

/** The thing that all of this belongs to, where it was removed: `/users/5`, of `/users/5/orders`. */
export function removedParent({ store, session, key }: Matter): Pick<Matter, 'key' | 'id'> | undefined {
  const steps = key.split('/');
  for (let end = 3; end < steps.length; end++) {
    const [above, id] = [steps.slice(0, end - 1).join('/'), percentDecoded(steps[end - 1] ?? '')];
    if (store.peek(session, above)?.removed.has(id)) return { key: above, id };
  }
  return undefined;
}

/** The collection, begun with the things that the documented answers show. */
export function openCollection(matter: Matter): Promise<Collection> {
  return matter.store.open(matter.session, matter.key, () => documented(matter));
}

/** Things shown by the list and by the detail of the document, by id; a detail without an example counts only where the list has none either. */
export async function documented(matter: Matter): Promise<ReadonlyMap<string, JsonObject>> {
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

/** Which things it belongs to, as the path says: the `userId` of what is found below `/users/5`. */
export function parentsOf({ checked, resource }: Matter, { schema }: Place): JsonObject {
  const properties = propertiesOf(checked.routed.site.contract, schema);
  const parents = Object.entries(checked.validation.parsed?.path ?? {}).flatMap(
    ([parameter, value]): [string, Json][] => {
      const name = Object.keys(properties).find((property) => plain(property) === plain(parameter));
      const isOwn = parameter === resource.parameter || name === undefined;
      return isOwn || (typeof value !== 'string' && typeof value !== 'number') ? [] : [[name, value]];
    },
  );
  return Object.fromEntries(parents);
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

/** Where the thing stands in the body of a role's answer, or of the reading one where that has none. */
export function thingPlace(
  { checked, resource }: Matter,
  role: 'create' | 'read' | 'replace' | 'change' | 'remove',
): Place | undefined {
  const operation = resource.operations[role];
  const schema = operation && successContent(operation)?.schema;
  if (schema === undefined) return undefined;
  if (resource.parameter === undefined) return { steps: [], schema, idName: '' };
  return findThing(checked.routed.site.contract, schema, resource.idNames);
}

export function listPlace({ checked, resource }: Matter): Place | undefined {
  const schema = resource.operations.list && successContent(resource.operations.list)?.schema;
  if (schema === undefined || resource.parameter === undefined) return undefined;
  return findList(checked.routed.site.contract, schema, resource.idNames);
}
