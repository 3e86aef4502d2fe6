import type { Facet } from '../schema/facets.ts';
import { largest, numbers, smallest } from './constraints.ts';
import type { Random } from './random.ts';

const usual = 1000;

/** A number within the bounds, a multiple where one is asked for; at most two decimals otherwise. */
export function makeNumber(facets: readonly Facet[], integer: boolean, random: Random): number {
  const step = stepOf(facets, integer);
  const [low, high] = range(facets, step);
  const first = Math.ceil(roundOff(low / step));
  const last = Math.floor(roundOff(high / step));
  if (first > last) return integer ? Math.ceil(low) : (low + high) / 2;
  return multiple(random.integer(first, last), step);
}

/** Bounds as given; an open side ends a little way off, from 0 or 1 upwards where nothing forbids it. */
function range(facets: readonly Facet[], step: number): [number, number] {
  const lowest = Math.max(
    largest(facets, 'minimum', Number.NEGATIVE_INFINITY),
    largest(facets, 'exclusiveMinimum', Number.NEGATIVE_INFINITY) + step,
    ...formatBounds(facets, -(2 ** 31)),
  );
  const highest = Math.min(
    smallest(facets, 'maximum', Number.POSITIVE_INFINITY),
    smallest(facets, 'exclusiveMaximum', Number.POSITIVE_INFINITY) - step,
    ...formatBounds(facets, 2 ** 31 - 1),
  );
  if (lowest > highest) return [lowest, lowest];
  const spread = usual * step;
  if (lowest > -(2 ** 31)) return [lowest, Math.min(highest, lowest + Math.max(spread, usual))];
  return highest < step ? [highest - spread, highest] : [step, Math.min(highest, Math.max(spread, usual))];
}

function formatBounds(facets: readonly Facet[], bound: number): number[] {
  return facets.some(({ schema }) => schema.format === 'int32') ? [bound] : [];
}

function stepOf(facets: readonly Facet[], integer: boolean): number {
  const steps = numbers(facets, 'multipleOf').filter((step) => step > 0);
  if (steps.length === 0) return integer ? 1 : narrowStep(facets);
  const step = steps.reduce(leastCommonMultiple);
  return integer && !Number.isInteger(step) ? leastCommonMultiple(step, 1) : step;
}

/** Two decimals, finer where the bounds are closer than that. */
function narrowStep(facets: readonly Facet[]): number {
  const low = Math.max(largest(facets, 'minimum', -usual), largest(facets, 'exclusiveMinimum', -usual));
  const high = Math.min(smallest(facets, 'maximum', usual), smallest(facets, 'exclusiveMaximum', usual));
  const width = high - low;
  return width > 0 && width < 0.1 ? 10 ** Math.floor(Math.log10(width / 10)) : 0.01;
}

function leastCommonMultiple(left: number, right: number): number {
  const scale = 10 ** Math.max(decimals(left), decimals(right));
  const [a, b] = [Math.round(left * scale), Math.round(right * scale)];
  return (a * b) / greatestCommonDivisor(a, b) / scale;
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right);
}

function decimals(value: number): number {
  const [, fraction = '', exponent = '0'] = /^[^.e]*\.?(\d*)(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}

/** 3 × 0.1 is 0.3 and not 0.30000000000000004. */
function multiple(count: number, step: number): number {
  return Number((count * step).toFixed(Math.min(decimals(step), 20)));
}

function roundOff(value: number): number {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) < 1e-9 ? nearest : value;
}
