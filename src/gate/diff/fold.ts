import type { JsonObject } from '../../contract/json.ts';
import type { RawChange } from './types.ts';

/** A change, and the operations beside its first that it reaches. */
export interface FoldedChange {
  readonly change: RawChange;
  readonly alsoIn: readonly string[];
}

/** A change in a shared component is told once, with every operation it reaches. */
export function foldChanges(changes: readonly RawChange[]): readonly FoldedChange[] {
  const numbers = new Map<JsonObject, number>();
  const numberOf = (object: JsonObject): number => {
    const number = numbers.get(object) ?? numbers.size;
    numbers.set(object, number);
    return number;
  };
  const key = ({ rule, place, message, expected, actual }: RawChange): string => {
    const at = typeof place.at === 'string' ? place.at : `#${numberOf(place.at)}`;
    return JSON.stringify([rule, place.side, at, place.member, message, expected, actual]);
  };
  return [...Map.groupBy(changes, key).values()].flatMap((same) => {
    const [change, ...others] = same;
    if (!change) return [];
    const operations = new Set([
      ...same.flatMap(({ reaches }) => reaches?.() ?? []),
      ...others.map(({ operation }) => operation),
    ]);
    return [{ change, alsoIn: [...operations].filter((operation) => operation !== change.operation) }];
  });
}
