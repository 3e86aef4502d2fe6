import { isDeepStrictEqual } from 'node:util';
import { formatPointer, fragmentPointer, valueAt } from '../document/pointer.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { type Home, homeOf } from './home.ts';
import { rewrite } from './rewrite.ts';
import type { Components, Source } from './source.ts';

interface Placed {
  readonly steps: readonly string[];
  readonly original: Json;
  value: Json;
}

/** Components are placed when something refers to them, and bring along what they refer to themselves. */
export function createComponents(): Components {
  const placed = new Map<string, Placed>();
  const put = (source: Source, home: Home, original: Json): Placed => {
    const steps = free(placed, home, original, source);
    const known = placed.get(formatPointer(steps));
    if (known) return known;
    const entry = { steps, original, value: null };
    placed.set(formatPointer(steps), entry);
    return Object.assign(entry, { value: rewrite(original, source, components) });
  };
  const components: Components = {
    place(source, pointer) {
      const home = homeOf(source, pointer);
      const original = home && valueAt(source.document, home.pointer);
      if (!home || original === undefined) return undefined;
      const target = onlyReference(original);
      if (target !== undefined) return components.place(source, target + formatPointer(home.below));
      return [...put(source, home, original).steps, ...home.below];
    },
    collected: () => tree([...placed.values()]),
  };
  return components;
}

/** Its own name, unless another contract has something else under it. */
function free(
  placed: ReadonlyMap<string, Placed>,
  { group, name }: Home,
  original: Json,
  { id }: Source,
): string[] {
  const steps = [...group, name];
  const other = placed.get(formatPointer(steps));
  return other && !isDeepStrictEqual(other.original, original) ? [...group, `${id}.${name}`] : steps;
}

/** Where a component that says nothing of its own points to. */
function onlyReference(value: Json): string | undefined {
  if (!isObject(value) || Object.keys(value).length !== 1 || typeof value.$ref !== 'string') return undefined;
  return value.$ref.startsWith('#') ? fragmentPointer(value.$ref.slice(1)) : undefined;
}

/** Sections and names in alphabetical order, so that the document does not change with the order of references. */
function tree(placed: readonly Placed[]): JsonObject {
  const root: JsonObject = {};
  for (const { steps, value } of placed.toSorted((one, other) => compare(one.steps, other.steps))) {
    let place = root;
    for (const step of steps.slice(0, -1)) {
      const below = place[step];
      const next: JsonObject = isObject(below) ? below : {};
      place[step] = next;
      place = next;
    }
    place[steps.at(-1) ?? ''] = value;
  }
  return root;
}

function compare(one: readonly string[], other: readonly string[]): number {
  return formatPointer(one) < formatPointer(other) ? -1 : 1;
}
