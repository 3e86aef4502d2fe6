import type { Json } from '../../../src/contract/json.ts';
import type { MockRequest } from '../../exchange.ts';
import { plain } from '../plain.ts';
import { beginOf, pageUrl, type Relation } from './links.ts';
import { cursorTo, type Page } from './page.ts';

/** A page, and the request that asked for it. */
export interface Told {
  readonly page: Page;
  readonly request: MockRequest;
}

/** What a member may be, the most likely first: the first that its schema allows is taken. */
export type Teller = (told: Told) => readonly Json[];

/** The usual names of what tells about a page, in bodies and headers. */
const tellers = new Map<string, Teller>();

function tell(names: string, teller: Teller): void {
  for (const name of names.split(' ')) tellers.set(name, teller);
}

tell('total totalcount totalitems totalresults totalelements totalrecords totalhits count', ({ page }) => [
  page.whole.length,
]);
tell('numberofelements itemcount', ({ page }) => [page.things.length]);
tell('limit perpage pagesize pagelimit size itemsperpage', ({ page }) => [page.limit]);
tell('offset skip start startindex', ({ page }) => [page.offset]);
tell('page currentpage pagenumber pageindex number', ({ page }) => [numberOf(page.offset, page)]);
tell('pages totalpages pagecount', ({ page }) => [pagesOf(page)]);
tell('empty', ({ page }) => [page.things.length === 0]);
tell('hasmore hasnext hasnextpage', ({ page }) => [beginOf('next', page) !== undefined]);
tell('hasprev hasprevious hasprevpage haspreviouspage', ({ page }) => [beginOf('prev', page) !== undefined]);
tell('self selflink', relation('self'));
tell('first firstpage firstpageurl firstlink isfirst', (told) => [
  beginOf('prev', told.page) === undefined,
  ...relation('first')(told),
]);
tell('last lastpage lastpageurl lastlink islast', (told) => [
  beginOf('next', told.page) === undefined,
  pagesOf(told.page),
  ...relation('last')(told),
]);
tell('next nextpage nextcursor nextpagetoken nexttoken cursor endcursor', relation('next'));
tell('nexturl nextlink nexthref nextpageurl odatanextlink continuation', relation('next'));
tell('prev previous prevpage previouspage prevcursor previouscursor', relation('prev'));
tell('prevurl previousurl prevlink previouslink prevpageurl', relation('prev'));

/** What tells by that name, and whether a link is meant. */
export function tellerOf(name: string): Teller | undefined {
  return tellers.get(plain(name));
}

/** Cursor, number or address of another page; nothing where there is none. */
function relation(which: Relation): Teller {
  return ({ page, request }) => {
    const begin = beginOf(which, page);
    if (begin === undefined) return [];
    const byCursor = page.asked.some(({ kind }) => kind === 'after');
    const url = pageUrl(request, page, which);
    return [
      ...(byCursor ? [cursorTo(begin, page)] : []),
      numberOf(begin, page),
      ...(url === undefined ? [] : [url, { href: url }]),
    ];
  };
}

function numberOf(offset: number, { limit, first }: Page): number {
  return Math.floor(offset / limit) + first;
}

function pagesOf({ whole, limit }: Page): number {
  return Math.max(1, Math.ceil(whole.length / limit));
}
