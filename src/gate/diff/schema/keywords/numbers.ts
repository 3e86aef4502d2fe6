import type { Change, CompareKeyword, Pair } from '../change.ts';
import type { Form } from '../form.ts';
import { valuesSettle } from '../limits-of-values.ts';
import { bothSpeakOf } from '../type-names.ts';
import { type End, moveOf, numberIn } from './limits.ts';

/** The bound that counts: the tighter of the inclusive and the exclusive one. */
interface Bound {
  readonly limit: number;
  readonly exclusive: boolean;
}

/** `up`: the way that leads past the bound. */
const ends = {
  max: { inclusive: 'maximum', exclusive: 'exclusiveMaximum', up: 1 },
  min: { inclusive: 'minimum', exclusive: 'exclusiveMinimum', up: -1 },
} as const;

/** How large or small numbers may be, and what they must be multiples of. */
export const compareNumbers: CompareKeyword = (pair) => {
  const { old, new: fresh } = pair;
  if ((old.values && fresh.values) || !bothSpeakOf('integer', old.types, fresh.types)) return [];
  if (valuesSettle(old, fresh)) return compareMultiples(pair);
  return [...compareEnd('max', pair), ...compareEnd('min', pair), ...compareMultiples(pair)];
};

function compareEnd(end: End, { old, new: fresh }: Pair): readonly Change[] {
  const { inclusive, exclusive, up } = ends[end];
  const before = boundOf(old, end);
  const after = boundOf(fresh, end);
  if (before && after && isSame(before, after, areIntegers(old, fresh) ? -up : 0)) return [];
  const isExclusive = before?.exclusive || after?.exclusive;
  const name = isExclusive ? (`exclusive-${end}` as const) : end;
  const change = {
    keyword: isExclusive ? exclusive : inclusive,
    before: boundWord(before),
    after: boundWord(after),
  };
  const isTighter = after !== undefined && (!before || isPast(before, after, up));
  const kind = `${name}-${moveOf(end, before !== undefined, after !== undefined, isTighter)}` as const;
  if (isTighter) return [{ ...change, kind, left: beyond(after, end) }];
  return before ? [{ ...change, kind, entered: beyond(before, end) }] : [];
}

function boundOf(form: Form, end: End): Bound | undefined {
  const inclusive = numberIn(form, ends[end].inclusive);
  const exclusive = numberIn(form, ends[end].exclusive);
  if (exclusive !== undefined && (inclusive === undefined || (inclusive - exclusive) * ends[end].up >= 0))
    return { limit: exclusive, exclusive: true };
  return inclusive === undefined ? undefined : { limit: inclusive, exclusive: false };
}

/** `step`: how far the first whole number within an exclusive bound lies; 0 where numbers need not be whole. */
function isSame(one: Bound, other: Bound, step: number): boolean {
  const first = ({ limit, exclusive }: Bound): number => (exclusive ? limit + step : limit);
  return first(one) === first(other) && (one.exclusive === other.exclusive || step !== 0);
}

/** What the first bound lets pass, the second does not. */
const isPast = (one: Bound, other: Bound, up: number): boolean =>
  one.limit === other.limit ? other.exclusive : (one.limit - other.limit) * up > 0;

const areIntegers = (...forms: readonly Form[]): boolean =>
  forms.every(({ types }) => types?.size === 1 && types.has('integer'));

/** Numbers past a bound. */
function beyond({ limit, exclusive }: Bound, end: End): string {
  if (end === 'max') return exclusive ? `numbers from ${limit} up` : `numbers above ${limit}`;
  return exclusive ? `numbers up to ${limit}` : `numbers below ${limit}`;
}

function boundWord(bound: Bound | undefined): string {
  if (!bound) return 'no limit';
  return bound.exclusive ? `${bound.limit}, exclusive` : String(bound.limit);
}

function compareMultiples({ old, new: fresh }: Pair): readonly Change[] {
  const before = numberIn(old, 'multipleOf');
  const after = numberIn(fresh, 'multipleOf');
  if (before === after) return [];
  const change = { keyword: 'multipleOf', before: before?.toString(), after: after?.toString() };
  const left = `numbers that are no multiple of ${after}`;
  const entered = `numbers that are no multiple of ${before}`;
  if (before === undefined || isMultiple(after, before))
    return [{ ...change, kind: 'multiple-of-added', left }];
  if (after === undefined || isMultiple(before, after))
    return [{ ...change, kind: 'multiple-of-removed', entered }];
  return [{ ...change, kind: 'multiple-of-changed', left, entered }];
}

/** Decimal fractions are not exact in binary: 0.3 is a multiple of 0.1 all the same. */
function isMultiple(larger: number | undefined, smaller: number): boolean {
  if (larger === undefined) return false;
  const ratio = larger / smaller;
  return Math.abs(ratio - Math.round(ratio)) < 1e-9;
}
