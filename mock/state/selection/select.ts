import { isObject, type Json, type JsonObject } from '../../../src/contract/json.ts';
import type { Operation } from '../../../src/contract/types.ts';
import { plain } from '../plain.ts';

type Test = (thing: JsonObject) => boolean;
type Compare = (own: Json, wanted: unknown) => boolean;

/** Words before or after a property's name: `min_price`, `created_after`, `price[lte]`. */
const comparisons: readonly (readonly [string, Compare])[] = [
  ...['gte', 'from', 'min', 'since'].map((word): [string, Compare] => [
    word,
    (own, wanted) => order(own, wanted) >= 0,
  ]),
  ...['lte', 'to', 'max', 'until'].map((word): [string, Compare] => [
    word,
    (own, wanted) => order(own, wanted) <= 0,
  ]),
  ...['gt', 'after'].map((word): [string, Compare] => [word, (own, wanted) => order(own, wanted) > 0]),
  ...['lt', 'before'].map((word): [string, Compare] => [word, (own, wanted) => order(own, wanted) < 0]),
  ...['ne', 'not'].map((word): [string, Compare] => [word, (own, wanted) => String(own) !== String(wanted)]),
  ...['like', 'contains'].map((word): [string, Compare] => [word, has]),
];

const searches = /^(q|search|query|searchquery|searchterm|term|keywords?)$/;

/**
 * The things that declared query parameters select: by the name of a property (`status=open`, `filter[status]`, `ids=1,2`), with
 * a comparison (`min_price`, `price_lte`), or by a text anywhere in them (`q`). `ignored` are for other ends.
 */
export function select(
  things: readonly JsonObject[],
  { parameters }: Operation,
  query: Readonly<Record<string, unknown>>,
  properties: JsonObject,
  ignored: ReadonlySet<string> = new Set(),
): readonly JsonObject[] {
  const names = new Map(Object.keys(properties).map((name) => [plain(name), name]));
  const tests = parameters.flatMap(({ in: place, name }) =>
    place === 'query' && query[name] !== undefined && !ignored.has(name)
      ? testsOf(name, query[name], names)
      : [],
  );
  return tests.length === 0 ? things : things.filter((thing) => tests.every((test) => test(thing)));
}

function testsOf(name: string, wanted: unknown, names: ReadonlyMap<string, string>): readonly Test[] {
  if (isObject(wanted)) {
    const outer = plain(name) === 'filter' ? '' : name;
    return Object.entries(wanted).flatMap(([member, value]) => testsOf(`${outer}[${member}]`, value, names));
  }
  const word = plain(name).replace(/^filter(?=.)/, '');
  const property = names.get(word) ?? (Array.isArray(wanted) ? names.get(word.replace(/s$/, '')) : undefined);
  if (property !== undefined) return [any(property, wanted, (own, value) => String(own) === String(value))];
  if (searches.test(word)) return [(thing) => Object.values(thing).some((own) => has(own, wanted))];
  for (const [compared, compare] of comparisons) {
    const rest = word.startsWith(compared)
      ? word.slice(compared.length)
      : word.endsWith(compared)
        ? word.slice(0, -compared.length)
        : undefined;
    const own = rest === undefined ? undefined : (names.get(rest) ?? names.get(`${rest}at`));
    if (own !== undefined) return [any(own, wanted, compare)];
  }
  return [];
}

/** True where one of the property's values fits one of those wanted. */
function any(property: string, wanted: unknown, compare: Compare): Test {
  const values = [wanted].flat();
  return (thing) => {
    const own = thing[property];
    if (own === undefined) return false;
    return [own].flat().some((each) => values.some((value) => compare(each, value)));
  };
}

/** Numbers by value, all else (dates too) as text. */
function order(own: Json, wanted: unknown): number {
  if (typeof own === 'number') return own - Number(wanted);
  return String(own) < String(wanted) ? -1 : String(own) > String(wanted) ? 1 : 0;
}

function has(own: Json, wanted: unknown): boolean {
  if (Array.isArray(own)) return own.some((each) => has(each, wanted));
  if (isObject(own)) return Object.values(own).some((each) => has(each, wanted));
  return String(own).toLowerCase().includes(String(wanted).toLowerCase());
}
