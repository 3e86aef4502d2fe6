import { escapeStep } from '../document/pointer.ts';
import { isObject } from '../json.ts';
import { canonical } from './canonical.ts';
import { agrees, type Check, type Mismatch, mismatchLimit } from './mismatch.ts';

/** `uniqueItems` in linear time; Ajv compares every pair, which a long hostile array turns into minutes. */
export const uniqueItems: Check = (value, at) => {
  if (!Array.isArray(value)) return agrees;
  const seen = new Map<string, number>();
  for (const [index, item] of value.entries()) {
    const key = canonical(item);
    const first = seen.get(key);
    if (first !== undefined) return [duplicate(first, index, at, typeof item === 'object')];
    seen.set(key, index);
  }
  return agrees;
};

/** The params as Ajv numbers them: of two objects the later is `i`, of two plain values the earlier. */
function duplicate(first: number, second: number, at: string, isObject: boolean): Mismatch {
  const message = `must not have duplicate items (items ${first} and ${second} are identical)`;
  const params = isObject ? { i: second, j: first } : { i: first, j: second };
  return { instancePath: at, keyword: 'uniqueItems', params, message };
}

/** `contains` with its bounds. */
export function contains(item: Check, least: number, most: number): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return agrees;
    let count = 0;
    const failures: Mismatch[] = [];
    for (const [index, element] of value.entries()) {
      const found = item(element, `${at}/${index}`);
      if (found.length === 0) count += 1;
      else if (failures.length < mismatchLimit) failures.push(...found);
    }
    if (count >= least && count <= most) return agrees;
    const bounds = most === Number.POSITIVE_INFINITY ? `at least ${least}` : `from ${least} to ${most}`;
    // Why items did not match, for who wants to tell as much as Ajv does.
    const params = { minContains: least, maxContains: most, failures };
    return [
      { instancePath: at, keyword: 'contains', params, message: `must contain ${bounds} matching item(s)` },
    ];
  };
}

/** `propertyNames`: the mismatch is at the object, the name in its params. */
export function propertyNames(name: Check): Check {
  return (value, at) => {
    if (!isObject(value)) return agrees;
    return Object.keys(value).flatMap((propertyName) => {
      const [first] = name(propertyName, `${at}/${escapeStep(propertyName)}`);
      if (!first) return [];
      const message = `property name '${propertyName}' ${first.message}`;
      return [{ instancePath: at, keyword: 'propertyNames', params: { propertyName }, message }];
    });
  };
}
