import { isObject } from '../../../../contract/json.ts';
import { memo } from '../../../../contract/memo.ts';
import type { Contract, Violation } from '../../../../contract/types.ts';

/** The violations with patterns as the source document writes them (`x-shown-pattern`), where that differs. */
export function showPatterns(contract: Contract, violations: readonly Violation[]): readonly Violation[] {
  return violations.map((violation) => {
    const { keyword, params } = violation;
    if (keyword !== 'pattern' || typeof params.pattern !== 'string') return violation;
    return {
      ...violation,
      params: { ...params, pattern: shownPatterns(contract).get(params.pattern) ?? params.pattern },
    };
  });
}

const shownPatterns = memo(
  ({ document }: Contract): ReadonlyMap<string, string> => new Map(patternsIn(document)),
);

/** Enforced and shown patterns of all schemas. */
function* patternsIn(value: unknown): Generator<[string, string]> {
  if (isObject(value)) {
    const { pattern, 'x-shown-pattern': shown } = value;
    if (typeof pattern === 'string' && typeof shown === 'string') yield [pattern, shown];
    for (const item of Object.values(value)) yield* patternsIn(item);
  } else if (Array.isArray(value)) {
    for (const item of value) yield* patternsIn(item);
  }
}
