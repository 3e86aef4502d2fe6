import { isObject, type Json, type JsonObject } from '../../src/contract/json.ts';
import { sessionOf } from '../ask/session.ts';
import type { Checked } from '../types.ts';
import type { Resource } from './resources.ts';
import { at, findList, findThing, type Place, successContent } from './shapes.ts';
import type { Collection, Store } from './store.ts';
import { usualValue } from './usual-value.ts';

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

/** The collection, begun with the things that the documented answers show. */
export function openCollection(matter: Matter): Promise<Collection> {
  return matter.store.open(matter.session, matter.key, () => documented(matter));
}

/** Things shown by the list and by the detail of the document, by id. */
async function documented(matter: Matter): Promise<ReadonlyMap<string, JsonObject>> {
  const { operations } = matter.resource;
  const things = new Map<string, JsonObject>();
  if (operations.list !== undefined) {
    const place = listPlace(matter);
    const shown =
      place && at(await usualValue(matter.checked.routed, operations.list, undefined), place.steps);
    for (const thing of Array.isArray(shown) ? shown : []) keep(things, thing, place);
  }
  if (operations.read !== undefined) {
    const place = thingPlace(matter, 'read');
    keep(
      things,
      place && at(await usualValue(matter.checked.routed, operations.read, undefined), place.steps),
      place,
    );
  }
  return things;
}

function keep(things: Map<string, JsonObject>, thing: Json | undefined, place: Place | undefined): void {
  if (place === undefined || !isObject(thing)) return;
  const id = thing[place.idName];
  if ((typeof id === 'string' || typeof id === 'number') && !things.has(String(id)))
    things.set(String(id), thing);
}

/** Where the thing stands in the body of a role's answer, or of the reading one where that has none. */
export function thingPlace(
  { checked, resource }: Matter,
  role: 'create' | 'read' | 'replace' | 'change',
): Place | undefined {
  const operation = resource.operations[role];
  const schema = operation && successContent(operation)?.schema;
  if (schema === undefined) return undefined;
  if (resource.parameter === undefined) return { steps: [], schema, idName: '' };
  return findThing(checked.routed.site.contract, schema, resource.parameter);
}

export function listPlace({ checked, resource }: Matter): Place | undefined {
  const schema = resource.operations.list && successContent(resource.operations.list)?.schema;
  if (schema === undefined || resource.parameter === undefined) return undefined;
  return findList(checked.routed.site.contract, schema, resource.parameter);
}
