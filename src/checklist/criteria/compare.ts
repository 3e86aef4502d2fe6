import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../contract/json.ts';
import type { Comparison } from './condition.ts';

type Value = Json | undefined;

/**
 * Compares as Arazzo does ("Criterion Object", "Operators", and 1.1.0 "Simple Conditions"): strings without
 * regard to case, numeric strings as numbers where the other side is a number or the operator orders,
 * `null` equal to itself alone. A value that is not there counts as null, but two that are not there are not equal:
 * otherwise a misspelt pair of expressions would pass.
 */
export function compare(operator: Comparison, left: Value, right: Value): boolean {
  switch (operator) {
    case '==':
      return equal(left, right);
    case '!=':
      return !equal(left, right);
    case '<':
      return order(left, right, (difference) => difference < 0);
    case '<=':
      return order(left, right, (difference) => difference <= 0);
    case '>':
      return order(left, right, (difference) => difference > 0);
    case '>=':
      return order(left, right, (difference) => difference >= 0);
  }
}

function equal(left: Value, right: Value): boolean {
  if (left === undefined && right === undefined) return false;
  if (typeof left === 'string' && typeof right === 'string') return fold(left) === fold(right);
  if (typeof left === 'number' && typeof right === 'string') return left === numeric(right);
  if (typeof left === 'string' && typeof right === 'number') return numeric(left) === right;
  return isDeepStrictEqual(left ?? null, right ?? null);
}

function order(left: Value, right: Value, holds: (difference: number) => boolean): boolean {
  const [a, b] = [numeric(left), numeric(right)];
  if (a !== undefined && b !== undefined) return holds(a - b);
  if (typeof left !== 'string' || typeof right !== 'string') return false;
  const [first, second] = [fold(left), fold(right)];
  return holds(first < second ? -1 : Number(first > second));
}

function numeric(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^\s*-?\d+(\.\d+)?([eE][+-]?\d+)?\s*$/.test(value)) return undefined;
  return Number(value);
}

function fold(text: string): string {
  return text.toLowerCase();
}
