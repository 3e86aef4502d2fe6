import { isObject, type Json } from '../../../src/contract/json.ts';

/**
 * Tells about how many characters values have as JSON, without printing them. What is part of several values is counted
 * once and remembered, for as many copies as there are of it.
 */
export function createScale(): (value: Json) => number {
  const known = new WeakMap<object, number>();
  const weigh = (value: Json): number => {
    if (typeof value === 'string') return value.length;
    if (!Array.isArray(value) && !isObject(value)) return 1;
    let weight = known.get(value);
    if (weight === undefined) {
      weight = 1;
      for (const [name, member] of Object.entries(value)) weight += name.length + weigh(member);
      known.set(value, weight);
    }
    return weight;
  };
  return weigh;
}
