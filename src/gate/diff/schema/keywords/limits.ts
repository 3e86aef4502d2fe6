import type { Change, CompareKeyword, Pair } from '../change.ts';
import type { Form } from '../form.ts';
import { valuesSettle } from '../limits-of-values.ts';
import { bothSpeakOf } from '../type-names.ts';

/** Which end of what is valid a limit stands at. */
export type End = 'max' | 'min';

/** What has a size, and how values past a limit are called. */
const sized = [
  {
    size: 'length',
    keywords: { max: 'maxLength', min: 'minLength' },
    type: 'string',
    beyond: { max: 'texts longer than', min: 'texts shorter than' },
    unit: ['character', 'characters'],
  },
  {
    size: 'items',
    keywords: { max: 'maxItems', min: 'minItems' },
    type: 'array',
    beyond: { max: 'lists of more than', min: 'lists of fewer than' },
    unit: ['item', 'items'],
  },
  {
    size: 'properties',
    keywords: { max: 'maxProperties', min: 'minProperties' },
    type: 'object',
    beyond: { max: 'objects with more than', min: 'objects with fewer than' },
    unit: ['property', 'properties'],
  },
] as const;

/** How long texts, lists and objects may be. */
export const compareLimits: CompareKeyword = (pair) =>
  valuesSettle(pair.old, pair.new)
    ? []
    : sized.flatMap((each) => [...compareEnd('max', each, pair), ...compareEnd('min', each, pair)]);

function compareEnd(
  end: End,
  { size, keywords, type, beyond, unit: [one, many] }: (typeof sized)[number],
  { old, new: fresh }: Pair,
): readonly Change[] {
  if (!bothSpeakOf(type, old.types, fresh.types)) return [];
  const keyword = keywords[end];
  const none = end === 'max' ? Number.POSITIVE_INFINITY : 0;
  const before = numberIn(old, keyword) ?? none;
  const after = numberIn(fresh, keyword) ?? none;
  if (before === after) return [];
  const isTighter = after < before === (end === 'max');
  const limit = isTighter ? after : before;
  const values = `${beyond[end]} ${limit} ${limit === 1 ? one : many}`;
  const kind = `${end}-${size}-${moveOf(end, before !== none, after !== none, isTighter)}` as const;
  return [
    {
      kind,
      keyword,
      ...(isTighter ? { left: values } : { entered: values }),
      before: word(before),
      after: word(after),
    },
  ];
}

/** How a limit moved that was there before, is there now, or both. */
export function moveOf(end: End, was: boolean, is: boolean, isTighter: boolean) {
  if (!was) return 'set';
  if (!is) return 'unset';
  return isTighter === (end === 'min') ? 'increased' : 'decreased';
}

export function numberIn({ keywords }: Form, keyword: string): number | undefined {
  const value = keywords[keyword];
  return typeof value === 'number' ? value : undefined;
}

const word = (limit: number): string => (Number.isFinite(limit) ? String(limit) : 'no limit');
