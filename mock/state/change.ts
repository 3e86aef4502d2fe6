import { isObject, type Json, type JsonObject } from '../../src/contract/json.ts';
import { usualResponse } from '../negotiation/find-response.ts';
import type { Behaved } from '../types.ts';
import { newId } from './ids.ts';
import { type Matter, openCollection, thingPlace } from './matter.ts';
import { at, isPlain, type Place, successContent } from './shapes.ts';
import { compose, stamp, view, wrapped } from './thing.ts';
import { usualValue } from './usual-value.ts';

/** `POST` to a collection: the body becomes a thing with an id of its own. */
export async function create(matter: Matter): Promise<Behaved | undefined> {
  const sent = sentObject(matter);
  const place = thingPlace(matter, 'create') ?? thingPlace(matter, 'read');
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
  matter.store.put(matter.session, matter.key, String(id), thing);
  const location = `${matter.checked.routed.incoming.request.path.replace(/\/+$/, '')}/${encodeURIComponent(String(id))}`;
  return {
    kind: 'value',
    status: statusOf(matter),
    value: body.value,
    headers: statusOf(matter) === 201 ? { location } : {},
    why: `created with ${place.idName} ${id}`,
  };
}

/** `PUT` puts the body in the place of the thing; `PATCH` changes what the body names (RFC 7396). */
export async function change(matter: Matter, role: 'replace' | 'change'): Promise<Behaved | undefined> {
  const sent = sentObject(matter);
  const place = thingPlace(matter, role) ?? thingPlace(matter, 'read');
  if (sent === undefined || place === undefined || matter.id === undefined) return undefined;
  if (matter.checked.validation.parsed?.mediaType === 'application/json-patch+json') return undefined;
  const { contract } = matter.checked.routed.site;
  const collection = await openCollection(matter);
  if (collection.removed.has(matter.id)) return gone(matter);
  const before = collection.things.get(matter.id) ?? (await unseen(matter, place));
  const after = role === 'replace' ? compose(matter, sent, before, place) : patched(before, sent);
  const id = before[place.idName] ?? idInPath(matter);
  const named = matter.id === '' || id === undefined ? after : { ...after, [place.idName]: id };
  const thing = stamp(contract, named, place, false);
  const body = await answerWith(matter, role, thing);
  if (body === undefined) return undefined;
  matter.store.put(matter.session, matter.key, matter.id, thing);
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
  return { ...(isPlain(shown) ? shown : {}), ...(id === undefined ? {} : { [place.idName]: id }) };
}

/** The id as the path parameter's schema types it. */
function idInPath({ checked, resource }: Matter): Json | undefined {
  const value =
    resource.parameter === undefined ? undefined : checked.validation.parsed?.path[resource.parameter];
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

function patched(before: JsonObject, patch: JsonObject): JsonObject {
  const after: JsonObject = { ...before };
  for (const [name, value] of Object.entries(patch)) {
    const inner = after[name];
    if (value === null) delete after[name];
    else after[name] = isPlain(value) ? patched(isPlain(inner) ? inner : {}, value) : value;
  }
  return after;
}

/** The body that tells of the thing; undefined when no valid one can be made, so that nothing is stored. */
async function answerWith(
  matter: Matter,
  role: 'create' | 'replace' | 'change',
  thing: JsonObject,
): Promise<{ readonly value: Json | undefined } | undefined> {
  const operation = matter.resource.operations[role];
  const whole = operation && successContent(operation)?.schema;
  const { contract } = matter.checked.routed.site;
  if (operation === undefined || whole === undefined) return { value: undefined };
  const place = thingPlace(matter, role);
  const envelope = await usualValue(matter.checked.routed, operation, undefined);
  if (place === undefined) return { value: envelope };
  const value = wrapped(contract, whole, envelope, place, view(contract, thing, place.schema));
  return value === undefined ? undefined : { value };
}

function statusOf({ checked }: Matter): number {
  return usualResponse(checked.routed.operation.responses)?.status ?? 200;
}

/** The body, where it is an object; a body that is none says nothing about a thing. */
function sentObject({ checked }: Matter): JsonObject | undefined {
  const body = checked.validation.parsed?.body;
  if (!isObject(body)) return undefined;
  const sent: JsonObject = {};
  for (const [name, value] of Object.entries(body)) if (isJson(value)) sent[name] = value;
  return sent;
}

function isJson(value: unknown): value is Json {
  return (
    value === null ||
    (typeof value === 'object'
      ? !(value instanceof Uint8Array)
      : ['string', 'number', 'boolean'].includes(typeof value))
  );
}
