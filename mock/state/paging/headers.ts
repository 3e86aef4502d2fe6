import type { Contract, Header, Response } from '../../../src/contract/types.ts';
import { isValid } from '../../generation/valid-value.ts';
import { headerSafe } from '../../http/header-text.ts';
import { pageUrl, type Relation } from './links.ts';
import { type Told, tellerOf } from './tellers.ts';

const relations: readonly Relation[] = ['first', 'prev', 'next', 'last'];

/**
 * The documented headers that tell about a page: `Link` (RFC 8288), `X-Total-Count`, `X-Next-Page`, `Content-Range` and the like.
 * One that has nothing to tell is empty.
 */
export function pageHeaders(contract: Contract, { headers }: Response, told: Told): Record<string, string> {
  const known = [...headers].flatMap(([name, header]): [string, string][] => {
    const text = headerText(contract, name, header, told);
    return text === undefined ? [] : [[name, headerSafe(text)]];
  });
  return Object.fromEntries(known);
}

function headerText(contract: Contract, name: string, { schema }: Header, told: Told): string | undefined {
  if (name === 'link') return linkText(told);
  if (name === 'content-range') return rangeText(told);
  const candidates = tellerOf(name.replace(/^(x-)?(pagination-)?/, ''))?.(told);
  const right = candidates?.find((value) => schema === undefined || isValid(contract, schema, value));
  const texts = [right, ...(candidates ?? [])].filter(
    (value) => value !== undefined && typeof value !== 'object',
  );
  return candidates && (texts.length === 0 ? '' : String(texts[0]));
}

function linkText({ page, request }: Told): string {
  const links = relations.flatMap((rel) => {
    const url = pageUrl(request, page, rel);
    return url === undefined ? [] : [`<${url}>; rel="${rel}"`];
  });
  return links.join(', ');
}

/** `items 0-9/57` (RFC 9110 section 14.4, with a unit of its own). */
function rangeText({ page }: Told): string {
  const { things, offset, end, whole } = page;
  return things.length === 0 ? `items */${whole.length}` : `items ${offset}-${end - 1}/${whole.length}`;
}
