import { isObject, type Json, type JsonObject } from '../../../src/contract/json.ts';
import { memo } from '../../../src/contract/memo.ts';

/**
 * Tells about how many characters values have as JSON, without printing them. What is part of several values is counted
 * once and remembered, for as many copies as there are of it.
 */
export function createScale(): (value: Json) => number {
  const weighed = memo((value: JsonObject | Json[]) => {
    let weight = 1;
    for (const [name, member] of Object.entries(value)) weight += name.length + weigh(member);
    return weight;
  });
  const weigh = (value: Json): number => {
    if (typeof value === 'string') return value.length;
    return Array.isArray(value) || isObject(value) ? weighed(value) : 1;
  };
  return weigh;
}
