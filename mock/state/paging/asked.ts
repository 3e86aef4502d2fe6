import { isObject, type Json, type JsonObject } from '../../../src/contract/json.ts';
import type { Operation } from '../../../src/contract/types.ts';
import { plain } from '../plain.ts';

/** What a query parameter tells about the page: its number, how long it is, where it begins or ends, what it comes after or before. */
export type Kind = 'page' | 'limit' | 'offset' | 'end' | 'after' | 'before';

export interface PageParameter {
  readonly kind: Kind;
  /** As it is written in a query: `page[size]`. */
  readonly name: string;
  readonly schema: JsonObject;
  /** As it was sent, or its default; undefined without either. */
  readonly value: unknown;
}

/** The usual names, without what is written in different ways. */
const names: Readonly<Record<Kind, string>> = {
  page: 'page pagenumber pageno pageindex p',
  limit: 'limit perpage pagesize pagelimit size count top take first maxresults itemsperpage',
  offset: 'offset pageoffset skip start startindex from',
  end: 'end',
  after: 'cursor pagecursor after pageafter pagetoken startingafter nexttoken continuation continuationtoken',
  before: 'before pagebefore endingbefore',
};

const kinds = new Map<string, Kind>(
  (['page', 'limit', 'offset', 'end', 'after', 'before'] as const).flatMap((kind) =>
    names[kind].split(' ').map((name): [string, Kind] => [name, kind]),
  ),
);

/**
 * The parameters of an operation that page, by the names that are usual for it; also the members of a `deepObject`. A text
 * named like a property (`size`, of a shirt) filters instead.
 */
export function pageParameters(
  { parameters }: Operation,
  query: Readonly<Record<string, unknown>>,
  properties: JsonObject,
): readonly PageParameter[] {
  return parameters.flatMap(({ in: place, name, style, schema }): PageParameter[] => {
    if (place !== 'query') return [];
    const own = isObject(schema) ? schema : {};
    const value = query[name];
    if (style === 'deepObject' && isObject(own.properties)) {
      const members = isObject(value) ? value : {};
      return Object.entries(own.properties).flatMap(([member, inner]) =>
        parameter(`${name}[${member}]`, inner, members[member]),
      );
    }
    return own.type === 'string' && Object.hasOwn(properties, name) ? [] : parameter(name, own, value);
  });
}

function parameter(name: string, schema: Json, value: unknown): PageParameter[] {
  const kind = kinds.get(plain(name));
  return kind === undefined ? [] : [{ kind, name, schema: isObject(schema) ? schema : {}, value }];
}
