import { findRule } from '../diff/rules/registry.ts';

export type PartName = 'lint' | 'breaking changes' | 'checks' | 'coverage' | 'parity' | 'trace';

const named: ReadonlyMap<string, PartName> = new Map([
  ['lint', 'lint'],
  ['contract-removed', 'breaking changes'],
  ['answer-not-seen', 'coverage'],
  ['parity-status', 'parity'],
  ['parity-verdict', 'parity'],
  ['statement-without-check', 'trace'],
  ['check-of-unknown-statement', 'trace'],
  ['check-without-source', 'trace'],
]);

/** The part of the gate that finds findings of this id; of one that no other part knows, the checks. */
export function partOfRule(id: string): PartName {
  return named.get(id) ?? (findRule(id) ? 'breaking changes' : 'checks');
}
