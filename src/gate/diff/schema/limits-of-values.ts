import type { Json, JsonObject } from '../../../contract/json.ts';
import type { Form } from './form.ts';

/** Lists of values say it all; one that keeps the limits of the other side makes them no concern of who knew the list. */
export function valuesSettle(old: Form, fresh: Form): boolean {
  if (old.values && fresh.values) return true;
  const other = old.values ? fresh : old;
  return (old.values ?? fresh.values)?.every((value) => isWithin(value, other.keywords)) ?? false;
}

/** Whether a listed value keeps the limits that stand beside the list: one that breaks them was never valid. */
export function isWithin(value: Json, keywords: JsonObject): boolean {
  if (typeof value === 'string') {
    const length = [...value].length;
    return length >= bound(keywords.minLength, 0) && length <= bound(keywords.maxLength, Infinity);
  }
  if (typeof value !== 'number') return true;
  return (
    value >= bound(keywords.minimum, -Infinity) &&
    value <= bound(keywords.maximum, Infinity) &&
    value > bound(keywords.exclusiveMinimum, -Infinity) &&
    value < bound(keywords.exclusiveMaximum, Infinity)
  );
}

const bound = (limit: Json | undefined, none: number): number => (typeof limit === 'number' ? limit : none);
