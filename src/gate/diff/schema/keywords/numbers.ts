import type { Change, CompareKeyword, Pair } from '../change.ts';
import type { Form } from '../form.ts';
import { valuesSettle } from '../limits-of-values.ts';
import { bothSpeakOf } from '../type-names.ts';
import { numberIn } from './limits.ts';

/** The bound that counts: the tighter of the inclusive and the exclusive one. */
interface Bound {
  readonly limit: number;
  readonly exclusive: boolean;
}

/** How large or small numbers may be, and what they must be multiples of. */
export const compareNumbers: CompareKeyword = (pair) => {
  const { old, new: fresh } = pair;
  if ((old.values && fresh.values) || !bothSpeakOf('integer', old.types, fresh.types)) return [];
  if (valuesSettle(old, fresh)) return compareMultiples(pair);
  return [...compareUpper(pair), ...compareLower(pair), ...compareMultiples(pair)];
};

function compareUpper({ old, new: fresh }: Pair): readonly Change[] {
  const before = upperBound(old);
  const after = upperBound(fresh);
  const name = before?.exclusive || after?.exclusive ? 'exclusive-max' : 'max';
  const change = described(name === 'max' ? 'maximum' : 'exclusiveMaximum', before, after);
  if (!before && after) return [{ ...change, kind: `${name}-set`, left: above(after) }];
  if (before && !after) return [{ ...change, kind: `${name}-unset`, entered: above(before) }];
  if (!before || !after || sameBound(before, after, areIntegers(old, fresh) ? -1 : 0)) return [];
  const tighter = after.limit < before.limit || (after.limit === before.limit && after.exclusive);
  return tighter
    ? [{ ...change, kind: `${name}-decreased`, left: above(after) }]
    : [{ ...change, kind: `${name}-increased`, entered: above(before) }];
}

function compareLower({ old, new: fresh }: Pair): readonly Change[] {
  const before = lowerBound(old);
  const after = lowerBound(fresh);
  const name = before?.exclusive || after?.exclusive ? 'exclusive-min' : 'min';
  const change = described(name === 'min' ? 'minimum' : 'exclusiveMinimum', before, after);
  if (!before && after) return [{ ...change, kind: `${name}-set`, left: below(after) }];
  if (before && !after) return [{ ...change, kind: `${name}-unset`, entered: below(before) }];
  if (!before || !after || sameBound(before, after, areIntegers(old, fresh) ? 1 : 0)) return [];
  const tighter = after.limit > before.limit || (after.limit === before.limit && after.exclusive);
  return tighter
    ? [{ ...change, kind: `${name}-increased`, left: below(after) }]
    : [{ ...change, kind: `${name}-decreased`, entered: below(before) }];
}

function upperBound(form: Form): Bound | undefined {
  const inclusive = numberIn(form, 'maximum');
  const exclusive = numberIn(form, 'exclusiveMaximum');
  if (exclusive !== undefined && (inclusive === undefined || exclusive <= inclusive))
    return { limit: exclusive, exclusive: true };
  return inclusive === undefined ? undefined : { limit: inclusive, exclusive: false };
}

function lowerBound(form: Form): Bound | undefined {
  const inclusive = numberIn(form, 'minimum');
  const exclusive = numberIn(form, 'exclusiveMinimum');
  if (exclusive !== undefined && (inclusive === undefined || exclusive >= inclusive))
    return { limit: exclusive, exclusive: true };
  return inclusive === undefined ? undefined : { limit: inclusive, exclusive: false };
}

/** `step`: how far the first whole number within an exclusive bound lies; 0 where numbers need not be whole. */
function sameBound(one: Bound, other: Bound, step: number): boolean {
  const first = ({ limit, exclusive }: Bound): number => (exclusive ? limit + step : limit);
  return first(one) === first(other) && (one.exclusive === other.exclusive || step !== 0);
}

const areIntegers = (...forms: readonly Form[]): boolean =>
  forms.every(({ types }) => types?.size === 1 && types.has('integer'));

const above = ({ limit, exclusive }: Bound): string =>
  exclusive ? `numbers from ${limit} up` : `numbers above ${limit}`;
const below = ({ limit, exclusive }: Bound): string =>
  exclusive ? `numbers up to ${limit}` : `numbers below ${limit}`;

function described(keyword: string, before: Bound | undefined, after: Bound | undefined) {
  return { keyword, before: boundWord(before), after: boundWord(after) };
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
