import { isObject } from '../../../../contract/json.ts';
import type { Contract, Violation } from '../../../../contract/types.ts';

/** The violations with patterns as the source document writes them (`x-shown-pattern`), where that differs. */
export function showPatterns(contract: Contract, violations: readonly Violation[]): readonly Violation[] {
  return violations.map((violation) => {
    const { keyword, params } = violation;
    if (keyword !== 'pattern' || typeof params.pattern !== 'string') return violation;
    return { ...violation, params: { ...params, pattern: shownPattern(contract, params.pattern) } };
  });
}

const known = new WeakMap<Contract, ReadonlyMap<string, string>>();

function shownPattern(contract: Contract, pattern: string): string {
  const patterns = known.get(contract) ?? new Map(patternsIn(contract.document));
  known.set(contract, patterns);
  return patterns.get(pattern) ?? pattern;
}

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
