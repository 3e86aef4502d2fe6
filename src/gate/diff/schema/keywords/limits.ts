import type { Change, CompareKeyword, Pair } from '../change.ts';
import type { Form } from '../form.ts';
import { valuesSettle } from '../limits-of-values.ts';
import { bothSpeakOf } from '../type-names.ts';

type Upper = 'max-length' | 'max-items' | 'max-properties';
type Lower = 'min-length' | 'min-items' | 'min-properties';

/** An upper limit: less is tighter. `beyond` names the values past it. */
function upper(
  name: Upper,
  keyword: string,
  type: string,
  beyond: (limit: number) => string,
): CompareKeyword {
  return (pair) => {
    const [before, after] = limits(keyword, type, pair);
    if (before === after) return [];
    const change = { keyword, before: word(before), after: word(after) };
    if (after === undefined) return [{ ...change, kind: `${name}-unset`, entered: beyond(before ?? 0) }];
    if (before === undefined) return [{ ...change, kind: `${name}-set`, left: beyond(after) }];
    return after < before
      ? [{ ...change, kind: `${name}-decreased`, left: beyond(after) }]
      : [{ ...change, kind: `${name}-increased`, entered: beyond(before) }];
  };
}

/** A lower limit: more is tighter, and 0 is none. */
function lower(
  name: Lower,
  keyword: string,
  type: string,
  beyond: (limit: number) => string,
): CompareKeyword {
  return (pair) => {
    const [before = 0, after = 0] = limits(keyword, type, pair);
    if (before === after) return [];
    const change = { keyword, before: String(before), after: String(after) };
    if (after === 0) return [{ ...change, kind: `${name}-unset`, entered: beyond(before) }];
    if (before === 0) return [{ ...change, kind: `${name}-set`, left: beyond(after) }];
    return after > before
      ? [{ ...change, kind: `${name}-increased`, left: beyond(after) }]
      : [{ ...change, kind: `${name}-decreased`, entered: beyond(before) }];
  };
}

/** What both say, where both allow the type. */
function limits(keyword: string, type: string, { old, new: fresh }: Pair): readonly (number | undefined)[] {
  if (valuesSettle(old, fresh)) return [];
  if (!bothSpeakOf(type, old.types, fresh.types)) return [];
  return [numberIn(old, keyword), numberIn(fresh, keyword)];
}

export function numberIn({ keywords }: Form, keyword: string): number | undefined {
  const value = keywords[keyword];
  return typeof value === 'number' ? value : undefined;
}

const word = (limit: number | undefined): string => (limit === undefined ? 'no limit' : String(limit));

const count = (limit: number, one: string, many: string): string => `${limit} ${limit === 1 ? one : many}`;

const all: readonly CompareKeyword[] = [
  upper(
    'max-length',
    'maxLength',
    'string',
    (limit) => `texts longer than ${count(limit, 'character', 'characters')}`,
  ),
  lower(
    'min-length',
    'minLength',
    'string',
    (limit) => `texts shorter than ${count(limit, 'character', 'characters')}`,
  ),
  upper('max-items', 'maxItems', 'array', (limit) => `lists of more than ${count(limit, 'item', 'items')}`),
  lower('min-items', 'minItems', 'array', (limit) => `lists of fewer than ${count(limit, 'item', 'items')}`),
  upper(
    'max-properties',
    'maxProperties',
    'object',
    (limit) => `objects with more than ${count(limit, 'property', 'properties')}`,
  ),
  lower(
    'min-properties',
    'minProperties',
    'object',
    (limit) => `objects with fewer than ${count(limit, 'property', 'properties')}`,
  ),
];

/** How long texts, lists and objects may be. */
export const compareLimits: CompareKeyword = (pair): readonly Change[] =>
  all.flatMap((compare) => compare(pair));
