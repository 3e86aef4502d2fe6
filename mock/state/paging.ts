import { isObject, type Json, type JsonObject } from '../../src/contract/json.ts';
import type { Operation } from '../../src/contract/types.ts';

export interface Page {
  readonly things: readonly JsonObject[];
  /** Of the whole list, before paging. */
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
  /** 1-based, or 0-based where the document counts so. */
  readonly page: number;
  /** What to send as cursor for the next page, null on the last. */
  readonly next: string | null;
}

const names = {
  page: ['page', 'page_number', 'pageNumber', 'pagenumber', 'p'],
  limit: [
    'limit',
    'per_page',
    'perPage',
    'page_size',
    'pageSize',
    'pagesize',
    'size',
    'count',
    'top',
    'max_results',
    'maxResults',
  ],
  offset: ['offset', 'skip', 'start', 'from'],
  cursor: [
    'cursor',
    'after',
    'page_token',
    'pageToken',
    'starting_after',
    'next_token',
    'nextToken',
    'continuation',
  ],
} as const;

type Kind = keyof typeof names;

/**
 * One page of a list by the query parameters the operation declares, of the names that are usual for paging. A parameter
 * that was not sent counts with its default; without a limit everything is one page.
 */
export function takePage(
  operation: Operation,
  query: Readonly<Record<string, unknown>>,
  things: readonly JsonObject[],
): Page {
  const sent = (kind: Kind) => sentValue(operation, query, kind);
  const limit = positive(sent('limit')) ?? Number.POSITIVE_INFINITY;
  const first = firstPage(operation);
  const page = positive(sent('page'), first) ?? first;
  const offset = cursorOffset(sent('cursor')) ?? positive(sent('offset')) ?? (page - first) * finite(limit);
  const end = offset + limit;
  return {
    things: things.slice(offset, end),
    total: things.length,
    offset,
    limit: Number.isFinite(limit) ? limit : things.length,
    page:
      sent('page') === undefined && Number.isFinite(limit)
        ? Math.floor(offset / Math.max(limit, 1)) + first
        : page,
    next: end < things.length ? `o${end}` : null,
  };
}

/** True for a parameter that pages rather than filters. */
export function isPaging(name: string): boolean {
  return Object.values(names).some((known) => known.some((other) => other === name));
}

function sentValue({ parameters }: Operation, query: Readonly<Record<string, unknown>>, kind: Kind): unknown {
  const declared = parameters.find(
    ({ in: place, name }) => place === 'query' && names[kind].some((known) => known === name),
  );
  return declared === undefined ? undefined : query[declared.name];
}

/** Pages count from 1, unless the document says that they begin with 0. */
function firstPage({ parameters }: Operation): 0 | 1 {
  const schema = parameters.find(({ name }) => names.page.some((known) => known === name))?.schema;
  return isObject(schema) && (schema.minimum === 0 || schema.default === 0) ? 0 : 1;
}

function positive(value: unknown, least = 0): number | undefined {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= least ? number : undefined;
}

function cursorOffset(value: unknown): number | undefined {
  const [, offset] = typeof value === 'string' ? (/^o(\d{1,9})$/.exec(value) ?? []) : [];
  return offset === undefined ? undefined : Number(offset);
}

function finite(limit: number): number {
  return Number.isFinite(limit) ? limit : 0;
}

/** Members of an envelope that tell about paging, by their usual names. */
const members: readonly (readonly [RegExp, (page: Page) => Json])[] = [
  [/^(total|count|total_?(count|items|results|elements|records))$/i, ({ total }) => total],
  [
    /^(total_?pages|pages|page_?count|last_?page)$/i,
    ({ total, limit }) => Math.max(1, Math.ceil(total / Math.max(limit, 1))),
  ],
  [/^(page|current_?page|page_?number)$/i, ({ page }) => page],
  [/^(limit|per_?page|page_?size|size)$/i, ({ limit }) => limit],
  [/^(offset|skip)$/i, ({ offset }) => offset],
  [/^(has_?more|has_?next)$/i, ({ next }) => next !== null],
  [/^(next|next_?cursor|cursor|next_?page_?token|next_?token)$/i, ({ next }) => next],
];

/** The envelope with its paging members set right; what is not a scalar, or not there, stays. */
export function describePage(envelope: Json | undefined, page: Page): Json | undefined {
  if (!isObject(envelope)) return envelope;
  const described = Object.entries(envelope).map(([name, value]): [string, Json] => {
    const known = members.find(([pattern]) => pattern.test(name));
    if (known !== undefined && (typeof value !== 'object' || value === null)) return [name, known[1](page)];
    return [
      name,
      /^(meta|pagination|paging|page_?info)$/i.test(name) ? (describePage(value, page) ?? value) : value,
    ];
  });
  return Object.fromEntries(described);
}
