import type { Json, JsonObject } from '../../src/contract/json.ts';
import type { Schema } from '../../src/contract/types.ts';
import { usualResponse } from '../negotiation/find-response.ts';
import type { Behaved } from '../types.ts';
import { gone } from './change.ts';
import { listPlace, type Matter, thingPlace } from './matter.ts';
import { describePage, isPaging, takePage } from './paging.ts';
import { propertiesOf, successContent } from './shapes.ts';
import { view, wrapped } from './thing.ts';
import { usualValue } from './usual-value.ts';

/** `GET` of a thing: as it was stored. What was never touched is answered as the document shows it. */
export async function read(matter: Matter): Promise<Behaved | undefined> {
  const collection = matter.store.peek(matter.session, matter.key);
  if (collection === undefined || matter.id === undefined) return undefined;
  if (collection.removed.has(matter.id)) return gone(matter);
  const thing = collection.things.get(matter.id);
  const place = thingPlace(matter, 'read');
  const operation = matter.resource.operations.read;
  const whole = operation && successContent(operation)?.schema;
  if (thing === undefined || place === undefined || operation === undefined || whole === undefined)
    return undefined;
  const { contract } = matter.checked.routed.site;
  const envelope = await usualValue(matter.checked.routed, operation, undefined);
  const value = wrapped(contract, whole, envelope, place, view(contract, thing, place.schema));
  return value === undefined ? undefined : found(matter, value, 'as it was stored');
}

/** `GET` of a collection in which something changed: its things, filtered and paged by the declared query parameters. */
export async function list(matter: Matter): Promise<Behaved | undefined> {
  const collection = matter.store.peek(matter.session, matter.key);
  const operation = matter.resource.operations.list;
  const place = listPlace(matter);
  const whole = operation && successContent(operation)?.schema;
  if (collection === undefined || place === undefined || operation === undefined || whole === undefined)
    return undefined;
  const { contract } = matter.checked.routed.site;
  const query = matter.checked.validation.parsed?.query ?? {};
  const page = takePage(
    operation,
    query,
    filtered(matter, place.schema, [...collection.things.values()], query),
  );
  const envelope = describePage(await usualValue(matter.checked.routed, operation, undefined), page);
  const things = page.things.map((thing) => view(contract, thing, place.schema));
  const value = wrapped(contract, whole, envelope, place, things);
  const why = `${page.things.length} of the ${page.total} that are stored`;
  return value === undefined ? undefined : found(matter, value, why);
}

/** A declared query parameter that is named like a property selects by it. */
function filtered(
  matter: Matter,
  schema: Schema,
  things: readonly JsonObject[],
  query: Readonly<Record<string, unknown>>,
): readonly JsonObject[] {
  const { operation, site } = matter.checked.routed;
  const known = propertiesOf(site.contract, schema);
  const filters = operation.parameters.filter(
    ({ in: place, name }) =>
      place === 'query' && !isPaging(name) && query[name] !== undefined && Object.hasOwn(known, name),
  );
  return things.filter((thing) =>
    filters.every(({ name }) =>
      [query[name]].flat().some((wanted) => String(wanted) === String(thing[name])),
    ),
  );
}

function found({ checked }: Matter, value: Json, why: string): Behaved {
  const status = usualResponse(checked.routed.operation.responses)?.status ?? 200;
  return { kind: 'value', status, value, why };
}
