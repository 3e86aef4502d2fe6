import type { Json, JsonObject } from '../../../contract/json.ts';

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
