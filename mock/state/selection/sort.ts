import type { Json, JsonObject } from '../../../src/contract/json.ts';
import type { Operation } from '../../../src/contract/types.ts';
import { plain } from '../plain.ts';

const keys = /^(sort|sortby|sortfield|orderby|ordering)$/;
const directions = /^(order|sortorder|sortdirection|sortdir|orderdirection|direction|dir)$/;

/** How a list is to be sorted, and the names of the parameters that say so. */
export interface Sorting {
  readonly by: readonly { readonly property: string; readonly descending: boolean }[];
  readonly parameters: ReadonlySet<string>;
}

/** What declared parameters ask for: `sort=-name,age`, `sort=name:desc`, `sort=name,desc`, `sort_by=name&order=desc`. */
export function sortingOf(
  { parameters }: Operation,
  query: Readonly<Record<string, unknown>>,
  properties: JsonObject,
): Sorting {
  const sent = parameters.filter(({ in: place, name }) => place === 'query' && query[name] !== undefined);
  const key = sent.find(({ name }) => keys.test(plain(name)));
  const direction = sent.find(({ name }) => directions.test(plain(name)) && isDirection(String(query[name])));
  const names = new Map(Object.keys(properties).map((name) => [plain(name), name]));
  const descending = direction !== undefined && isDescending(String(query[direction.name]));
  const by = key === undefined ? [] : byOf([query[key.name]].flat().join(','), descending, names);
  return {
    by,
    parameters: new Set([key, direction].flatMap((one) => (one === undefined ? [] : [one.name]))),
  };
}

export function sorted(things: readonly JsonObject[], { by }: Sorting): readonly JsonObject[] {
  if (by.length === 0) return things;
  return things.toSorted((one, other) => {
    for (const { property, descending } of by) {
      const order = compare(one[property], other[property]);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
}

function byOf(text: string, descending: boolean, names: ReadonlyMap<string, string>): Sorting['by'] {
  return text.split(',').flatMap((word, at, words) => {
    const [, sign, name = '', way] = /^([-+]?)(.*?)(?:[:. ](asc|desc))?$/i.exec(word.trim()) ?? [];
    const property = names.get(plain(name));
    if (property === undefined || isDirection(word)) return [];
    const next = words[at + 1];
    const said = way ?? (next !== undefined && isDirection(next) ? next : undefined);
    return [{ property, descending: said === undefined ? sign === '-' || descending : isDescending(said) }];
  });
}

function isDirection(text: string): boolean {
  return /^(asc|desc)(ending)?$/i.test(text.trim());
}

function isDescending(text: string): boolean {
  return /^desc/i.test(text.trim());
}

/** What is missing comes last. */
function compare(one: Json | undefined, other: Json | undefined): number {
  if (one === undefined || one === null) return other === undefined || other === null ? 0 : 1;
  if (other === undefined || other === null) return -1;
  if (typeof one === 'string' && typeof other === 'string') return one.localeCompare(other, 'en');
  return one < other ? -1 : one > other ? 1 : 0;
}
