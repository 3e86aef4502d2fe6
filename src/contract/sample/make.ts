import type { Json } from '../json.ts';
import type { Located } from '../schema/references.ts';
import { makeArray } from './array.ts';
import { allowedTypes, allowedValues } from './constraints.ts';
import { type Expanded, expand } from './expand.ts';
import { bottom, isDeep, type Making } from './making.ts';
import { makeNumber } from './number.ts';
import { makeObject } from './object.ts';
import { makeText } from './text.ts';

/** A value that all these schemas should accept: every keyword is obeyed in drawing except `not`, which is left to chance. */
export function make(places: readonly Located[], making: Making): Json {
  const expanded = expand(places, making);
  if (expanded.impossible || making.depth > bottom) return null;
  const offered = offeredValue(expanded, making);
  if (offered !== undefined) return offered;
  const [first, ...others] = valuesOf(expanded, making);
  if (first !== undefined) return making.random.pick([first, ...others]);
  return makeType(chooseType(expanded, making), expanded, making);
}

/** A `default` or one of the `examples`, for those who prefer them. */
function offeredValue({ facets }: Expanded, { taste, random }: Making): Json | undefined {
  if (taste.defaults) {
    const holder = facets.find(({ schema }) => schema.default !== undefined);
    if (holder !== undefined) return holder.schema.default;
  }
  const examples = taste.examples ? facets.flatMap(({ schema }) => schema.examples ?? []) : [];
  const [first, ...others] = examples;
  return first === undefined ? undefined : random.pick([first, ...others]);
}

/** `enum` and `const`, and of these rather a value than `null`. */
function valuesOf({ facets }: Expanded, making: Making): Json[] {
  const values = allowedValues(facets) ?? [];
  const present = values.filter((value) => value !== null);
  return present.length > 0 && !making.random.chance(0.1) ? present : values;
}

function chooseType({ facets }: Expanded, making: Making): string {
  const types = allowedTypes(facets);
  if (types.includes('null') && (making.depth > bottom / 2 || (!isDeep(making) && making.random.chance(0.1))))
    return 'null';
  const [first, ...others] = types.filter((type) => type !== 'null');
  return first === undefined ? (types[0] ?? 'null') : making.random.pick([first, ...others]);
}

function makeType(type: string, expanded: Expanded, making: Making): Json {
  switch (type) {
    case 'object':
      return makeObject(expanded, making);
    case 'array':
      return makeArray(expanded, making);
    case 'string':
      return makeText(expanded.facets, making);
    case 'integer':
    case 'number':
      return makeNumber(expanded.facets, type === 'integer', making.random);
    case 'boolean':
      return making.random.chance(0.5);
    default:
      return null;
  }
}
