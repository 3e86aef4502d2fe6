import type { JsonObject } from '../../../src/contract/json.ts';
import type { Kind, PageParameter } from './asked.ts';

export interface Page {
  readonly things: readonly JsonObject[];
  /** The whole list. */
  readonly whole: readonly JsonObject[];
  readonly offset: number;
  /** Where the next page begins. */
  readonly end: number;
  /** At least 1. */
  readonly limit: number;
  /** The number of the first page: 1, or 0 where the document counts so. */
  readonly first: 0 | 1;
  readonly asked: readonly PageParameter[];
  /** The property that is the things' id. */
  readonly idName: string;
}

/** How long a page is where the document counts pages and nobody says. */
const usualLength = 20;

/**
 * One page of a list, as the parameters ask for. `most`: what the schema lets it have. Without a limit everything is one page,
 * unless pages are counted.
 */
export function takePage(
  whole: readonly JsonObject[],
  asked: readonly PageParameter[],
  idName: string,
  most = Number.POSITIVE_INFINITY,
): Page {
  const sent = (kind: Kind) =>
    asked.find((parameter) => parameter.kind === kind && parameter.value !== undefined)?.value;
  const first = firstPage(asked);
  const start = wholeNumber(sent('offset')) ?? 0;
  const last = wholeNumber(sent('end'));
  const wanted = wholeNumber(sent('limit')) ?? (last === undefined ? usual(asked) : last - start);
  const limit = Math.max(0, Math.min(wanted, most));
  const before = positionOf(sent('before'), whole, idName);
  const page = wholeNumber(sent('page'), first);
  const after = positionOf(sent('after'), whole, idName);
  const begin =
    after?.after ??
    (before === undefined
      ? page === undefined || !Number.isFinite(limit)
        ? start
        : (page - first) * limit
      : Math.max(0, before.at - limit));
  const end = Math.min(begin + limit, before?.at ?? whole.length, whole.length);
  const things = whole.slice(begin, end);
  const length = Math.max(1, Number.isFinite(limit) ? limit : whole.length);
  return { things, whole, offset: begin, end: begin + things.length, limit: length, first, asked, idName };
}

/** What to send to get what comes after so many things: a place, or where the document wants a number, the last one's id. */
export function cursorTo(offset: number, { whole, asked, idName }: Page): string | number {
  const numeric = asked.some(({ kind, schema }) => kind === 'after' && schema.type === 'integer');
  const id = whole[offset - 1]?.[idName];
  return numeric && typeof id === 'number' ? id : `o${offset}`;
}

/** Pages count from 1, unless the document says that they begin with 0. */
function firstPage(asked: readonly PageParameter[]): 0 | 1 {
  const schema = asked.find(({ kind }) => kind === 'page')?.schema;
  return schema?.minimum === 0 || schema?.default === 0 ? 0 : 1;
}

function usual(asked: readonly PageParameter[]): number {
  return asked.some(({ kind }) => kind === 'page') ? usualLength : Number.POSITIVE_INFINITY;
}

function wholeNumber(value: unknown, least = 0): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= least ? number : undefined;
}

/** Where a cursor points: one of ours, or the id of a thing. */
function positionOf(
  cursor: unknown,
  whole: readonly JsonObject[],
  idName: string,
): { readonly at: number; readonly after: number } | undefined {
  if (cursor === undefined) return undefined;
  const at = whole.findIndex((thing) => String(thing[idName]) === String(cursor));
  if (at >= 0) return { at, after: at + 1 };
  const [, place] = /^o(\d{1,9})$/.exec(String(cursor)) ?? [];
  return place === undefined ? undefined : { at: Number(place), after: Number(place) };
}
