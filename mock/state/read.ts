import type { Json } from '../../src/contract/json.ts';
import { usualResponse } from '../negotiation/find-response.ts';
import type { Behaved } from '../types.ts';
import { gone } from './answer/gone.ts';
import { shownList, shownThing } from './answer/shown.ts';
import { thingsOf } from './collection.ts';
import { mostItems, propertiesOf, successContent } from './documented/shapes.ts';
import { usualValue } from './documented/usual-value.ts';
import { listPlace, type Matter } from './matter.ts';
import { pageParameters } from './paging/asked.ts';
import { describePage } from './paging/envelope.ts';
import { pageHeaders } from './paging/headers.ts';
import { takePage } from './paging/page.ts';
import { select } from './selection/select.ts';
import { sorted, sortingOf } from './selection/sort.ts';

/** `GET` of a thing: as it was stored. What was never touched is answered as the document shows it. */
export async function read(matter: Matter): Promise<Behaved | undefined> {
  const collection = matter.store.peek(matter.session, matter.key);
  if (collection === undefined || matter.id === undefined) return undefined;
  if (collection.removed.has(matter.id)) return gone(matter);
  const thing = collection.things.get(matter.id);
  const value = thing && (await shownThing(matter, 'read', thing));
  return value === undefined ? undefined : found(matter, value, 'as it was stored');
}

/**
 * `GET` of a collection: its things as the declared query parameters select, sort and page them. One in which nothing changed is
 * as the document shows it, unless that is more than the page that was asked for.
 */
export async function list(matter: Matter): Promise<Behaved | undefined> {
  const { checked, store } = matter;
  const { site, operation, incoming } = checked.routed;
  const place = listPlace(matter);
  const whole = successContent(operation)?.schema;
  if (place === undefined || whole === undefined) return undefined;
  const query = checked.validation.parsed?.query ?? {};
  const properties = propertiesOf(site.contract, place.schema);
  const asked = pageParameters(operation, query, properties);
  const collection = store.peek(matter.session, matter.key);
  if (collection === undefined && asked.every(({ value }) => value === undefined)) return undefined;
  const things = await thingsOf(matter);
  const sorting = sortingOf(operation, query, properties);
  const others = new Set([...asked.map(({ name }) => name.replace(/\[.*/, '')), ...sorting.parameters]);
  const chosen = sorted(select(things, operation, query, properties, others), sorting);
  const page = takePage(chosen, asked, place.idName, mostItems(site.contract, whole, place));
  if (collection === undefined && page.limit >= things.length) return undefined;
  const told = { page, request: incoming.request };
  const usual = await usualValue(checked.routed, operation, undefined);
  const described = describePage(site.contract, whole, usual, told);
  const value = shownList(site.contract, whole, place, page.things, [described, usual]);
  if (value === undefined) return undefined;
  const response = usualResponse(operation.responses)?.response;
  const headers = response === undefined ? {} : pageHeaders(site.contract, response, told);
  const why = `${page.things.length} of the ${chosen.length} that are ${collection === undefined ? 'documented' : 'stored'}`;
  return { ...found(matter, value, why), headers };
}

function found({ checked }: Matter, value: Json, why: string): Extract<Behaved, { kind: 'value' }> {
  const status = usualResponse(checked.routed.operation.responses)?.status ?? 200;
  return { kind: 'value', status, value, why };
}
