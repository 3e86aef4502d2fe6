import { isObject, type Json, type JsonObject } from '../../src/contract/json.ts';
import { usualResponse } from '../negotiation/find-response.ts';
import type { Behaved } from '../types.ts';
import { newId } from './ids.ts';
import { applyPatch } from './json-patch.ts';
import { listPlace, type Matter, openCollection, thingPlace } from './matter.ts';
import { mergePatch } from './merge-patch.ts';
import { sentThing } from './sent.ts';
import { at, type Place, successContent } from './shapes.ts';
import { compose, stamp } from './thing.ts';
import { answerWith } from './told.ts';
import { usualValue } from './usual-value.ts';

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
  const id =
    typeof own === 'string' || typeof own === 'number'
      ? own
      : newId(contract, place.schema, place.idName, matter.key, collection);
  const thing = stamp(
    contract,
    { ...compose(matter, sent, documented, place), [place.idName]: id },
    place,
    true,
  );
  const body = await answerWith(matter, 'create', thing);
  if (body === undefined) return undefined;
  matter.store.put(matter.session, matter.key, String(id), body.thing);
  const location = `${matter.checked.routed.incoming.request.path.replace(/\/+$/, '')}/${encodeURIComponent(String(id))}`;
  return {
    kind: 'value',
    status: statusOf(matter),
    value: body.value,
    headers: statusOf(matter) === 201 && hasPlaces(matter) ? { location } : {},
    why: `created with ${place.idName} ${id}`,
  };
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

/** `DELETE`: from now on the thing is not found. */
export async function remove(matter: Matter): Promise<Behaved | undefined> {
  if (matter.id === undefined) return undefined;
  const collection = await openCollection(matter);
  if (collection.removed.has(matter.id)) return gone(matter);
  matter.store.remove(matter.session, matter.key, matter.id);
  return { kind: 'value', status: statusOf(matter), value: undefined, why: 'removed from the state' };
}

/** The documented 404 of the operation, or the mock's own. */
export function gone({ id, key }: Matter): Behaved {
  return { kind: 'value', status: 404, value: undefined, why: `${id === '' ? key : id} was removed` };
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

function statusOf({ checked }: Matter): number {
  return usualResponse(checked.routed.operation.responses)?.status ?? 200;
}
