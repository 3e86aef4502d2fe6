import type { MockRequest } from '../../exchange.ts';
import { addressOf } from '../../http/address.ts';
import { cursorTo, type Page } from './page.ts';

export type Relation = 'self' | 'first' | 'prev' | 'next' | 'last';

/** Where a page begins that stands in some relation to this one; undefined where there is none. */
export function beginOf(relation: Relation, { offset, end, limit, whole }: Page): number | undefined {
  switch (relation) {
    case 'self':
      return offset;
    case 'first':
      return 0;
    case 'prev':
      return offset > 0 ? Math.max(0, Math.min(offset, whole.length) - limit) : undefined;
    case 'next':
      return end > offset && end < whole.length ? end : undefined;
    case 'last':
      return Math.max(0, Math.ceil(whole.length / limit) - 1) * limit;
  }
}

/** The request's own URL with its paging parameters changed; undefined where there is no such page, or nothing to ask for it with. */
export function pageUrl(request: MockRequest, page: Page, relation: Relation): string | undefined {
  const begin = beginOf(relation, page);
  if (begin === undefined) return undefined;
  const query = new URLSearchParams(request.query);
  if (relation !== 'self' && !turnTo(begin, query, page)) return undefined;
  const text = query.toString();
  return `${addressOf(request)}${request.path}${text === '' ? '' : `?${text}`}`;
}

/** False where the document has no parameter for it. */
function turnTo(begin: number, query: URLSearchParams, page: Page): boolean {
  const of = (kind: string) => {
    const all = page.asked.filter((parameter) => parameter.kind === kind);
    return (all.find(({ name }) => query.has(name)) ?? all[0])?.name;
  };
  const [number, offset, after, end, before] = [
    of('page'),
    of('offset'),
    of('after'),
    of('end'),
    of('before'),
  ];
  if (before !== undefined) query.delete(before);
  const usesOffset = offset !== undefined && (number === undefined || query.has(offset));
  if (usesOffset) query.set(offset, String(begin));
  else if (number !== undefined && !(after !== undefined && query.has(after)))
    query.set(number, String(Math.floor(begin / page.limit) + page.first));
  else if (after === undefined) return false;
  else if (begin === 0) query.delete(after);
  else query.set(after, String(cursorTo(begin, page)));
  if (usesOffset && end !== undefined && query.has(end)) query.set(end, String(begin + page.limit));
  return true;
}
