import { isObject, type Json, type JsonObject } from '../../src/contract/json.ts';
import { clientPath, withoutEnd } from '../http/address.ts';
import { usualResponse } from '../negotiation/find-response.ts';
import type { Behaved } from '../types.ts';
import { gone } from './answer/gone.ts';
import { shownThing } from './answer/shown.ts';
import { answerWith } from './answer/told.ts';
import { openCollection, thingsOf } from './collection.ts';
import { at, type Place, propertiesOf, successContent } from './documented/shapes.ts';
import { usualValue } from './documented/usual-value.ts';
import { listPlace, type Matter, parentsOf, thingPlace } from './matter.ts';
import { applyPatch } from './patch/json-patch.ts';
import { mergePatch } from './patch/merge-patch.ts';
import { select } from './selection/select.ts';
import { newId } from './thing/ids.ts';
import { sentThing } from './thing/sent.ts';
import { compose, stamp } from './thing/thing.ts';

/** `POST` to a collection: the body becomes a thing with an id of its own. */
export async function create(matter: Matter): Promise<Behaved | undefined> {
  const place = thingPlace(matter, 'create') ?? thingPlace(matter, 'read') ?? createdPlace(matter);
  const sent = place && sentThing(matter, place);
  const operation = matter.resource.operations.create;
  if (sent === undefined || place === undefined || operation === undefined) return undefined;
  const { contract } = matter.checked.routed.site;
  const collection = await openCollection(matter);
  const documented = at(await usualValue(matter.checked.routed, operation, undefined), place.steps);
  const own = sent[place.idName];
  const id = isId(own) ? own : await newId(matter, place, collection);
  if (id === undefined) return undefined;
  if (collection.things.has(String(id)) && operation.responses.has('409'))
    return { kind: 'value', status: 409, value: undefined, why: `there is one with ${place.idName} ${id}` };
  const made = {
    ...compose(matter, sent, documented, place),
    ...parentsOf(matter, place),
    [place.idName]: id,
  };
  const body = await answerWith(matter, 'create', stamp(contract, made, place, true));
  if (body === undefined) return undefined;
  matter.store.put(matter.session, matter.key, String(id), body.thing);
  const path = withoutEnd(clientPath(matter.checked.routed.incoming.request));
  return {
    kind: 'value',
    status: statusOf(matter),
    value: body.value,
    headers:
      statusOf(matter) === 201 && hasPlaces(matter)
        ? { location: `${path}/${encodeURIComponent(String(id))}` }
        : {},
    why: `created with ${place.idName} ${id}`,
  };
}

function isId(value: Json | undefined): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** As the list shows it, where the answer to its creation shows nothing: a plain 201. */
function createdPlace(matter: Matter): Place | undefined {
  const { create } = matter.resource.operations;
  if (statusOf(matter) !== 201 || create === undefined || successContent(create)?.schema !== undefined)
    return undefined;
  const listed = listPlace(matter);
  return listed && { ...listed, steps: [] };
}

/** True where things have paths of their own. */
function hasPlaces({ resource }: Matter): boolean {
  const { read, replace, change, remove } = resource.operations;
  return [read, replace, change, remove].some((operation) => operation !== undefined);
}

/** `PUT` puts the body in the place of the thing; `PATCH` changes what the body names (RFC 7396), or does what it lists (RFC 6902). */
export async function change(matter: Matter, role: 'replace' | 'change'): Promise<Behaved | undefined> {
  const place = thingPlace(matter, role) ?? thingPlace(matter, 'read');
  if (place === undefined || matter.id === undefined) return undefined;
  const { contract } = matter.checked.routed.site;
  const collection = await openCollection(matter);
  if (collection.removed.has(matter.id)) return gone(matter);
  const before = collection.things.get(matter.id) ?? (await unseen(matter, place));
  const after = afterwards(matter, role, before, place);
  if (after === undefined || 'kind' in after) return after;
  const id = before[place.idName] ?? idInPath(matter);
  const named = matter.id === '' || id === undefined ? after.thing : { ...after.thing, [place.idName]: id };
  const body = await answerWith(matter, role, stamp(contract, named, place, false));
  if (body === undefined) return undefined;
  matter.store.put(matter.session, matter.key, matter.id, body.thing);
  return {
    kind: 'value',
    status: statusOf(matter),
    value: body.value,
    why: `${role === 'replace' ? 'replaced' : 'changed'} in the state`,
  };
}

/** `DELETE`: from now on the thing is not found. Where a body is documented, it shows the thing once more. */
export async function remove(matter: Matter): Promise<Behaved | undefined> {
  if (matter.id === undefined) return undefined;
  const collection = await openCollection(matter);
  if (collection.removed.has(matter.id)) return gone(matter);
  const thing = collection.things.get(matter.id);
  const value = thing && (await shownThing(matter, 'remove', thing));
  matter.store.remove(matter.session, matter.key, matter.id);
  return { kind: 'value', status: statusOf(matter), value, why: 'removed from the state' };
}

/** `DELETE` of a collection: all of it, or what the query selects. */
export async function clear(matter: Matter): Promise<Behaved | undefined> {
  const { routed, validation } = matter.checked;
  const place = listPlace(matter);
  if (place === undefined) return undefined;
  await openCollection(matter);
  const properties = propertiesOf(routed.site.contract, place.schema);
  const things = await thingsOf(matter);
  const chosen = select(things, routed.operation, validation.parsed?.query ?? {}, properties);
  for (const thing of chosen) matter.store.remove(matter.session, matter.key, String(thing[place.idName]));
  return {
    kind: 'value',
    status: statusOf(matter),
    value: undefined,
    why: `removed ${chosen.length} from the state`,
  };
}

/** A thing nobody stored yet, as its documented answer shows it, under the id that was asked for. */
async function unseen(matter: Matter, place: Place): Promise<JsonObject> {
  const { read } = matter.resource.operations;
  const id = idInPath(matter);
  const shown =
    read && at(await usualValue(matter.checked.routed, read, id), thingPlace(matter, 'read')?.steps ?? []);
  return { ...(isObject(shown) ? shown : {}), ...(id === undefined ? {} : { [place.idName]: id }) };
}

/** The id as the path parameter's schema types it. */
function idInPath({ checked, resource }: Matter): Json | undefined {
  const value =
    resource.parameter === undefined ? undefined : checked.validation.parsed?.path[resource.parameter];
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** What the request makes of the thing; an answer where its patch does not fit; undefined where it says nothing. */
function afterwards(
  matter: Matter,
  role: 'replace' | 'change',
  before: JsonObject,
  place: Place,
): { readonly thing: JsonObject } | Behaved | undefined {
  const { parsed } = matter.checked.validation;
  if (
    role === 'change' &&
    parsed?.mediaType === 'application/json-patch+json' &&
    Array.isArray(parsed.body)
  ) {
    const patched = applyPatch(before, parsed.body);
    if ('failure' in patched) return { kind: 'value', status: 409, value: undefined, why: patched.failure };
    return isObject(patched.value) ? { thing: patched.value } : undefined;
  }
  const sent = sentThing(matter, place);
  if (sent === undefined) return undefined;
  return { thing: role === 'replace' ? compose(matter, sent, before, place) : mergePatch(before, sent) };
}

/** The usual one of its operation. */
export function statusOf({ checked }: Matter): number {
  return usualResponse(checked.routed.operation.responses)?.status ?? 200;
}
