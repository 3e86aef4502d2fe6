import type { Pair } from '../change.ts';

const scalars = new Set(['string', 'number', 'integer', 'boolean']);

/**
 * Whether a value of this type is still understood when it travels as text: where any text is welcome, a number is one;
 * where a list is expected, one value is a list of one.
 */
export function textTakesIn(type: string, { oldSchema, new: fresh, relate }: Pair): boolean {
  if (!scalars.has(type) || !fresh.types) return false;
  const anyText = fresh.formats.size === 0 && fresh.patterns.size === 0 && fresh.values === undefined;
  if (fresh.types.has('string') && anyText) return true;
  if (!fresh.types.has('array')) return false;
  const items = fresh.keywords.items ?? true;
  if (typeof items !== 'boolean' && (typeof items !== 'object' || items === null || Array.isArray(items)))
    return false;
  const { narrower, unknown } = relate(oldSchema, items);
  return !narrower && !unknown;
}
