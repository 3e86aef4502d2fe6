import type { Json } from '../../contract/json.ts';

/** `x-stability-level`, from the least promised to the most. */
export const stabilityLevels = ['draft', 'alpha', 'beta', 'stable'] as const;

/** What says nothing is stable. -1: no level that exists. */
export function rankOf(level: Json | undefined): number {
  return stabilityLevels.findIndex((name) => name === (level ?? 'stable'));
}

/** Whether more or less is promised than before; undefined where neither, or where one is no level that exists. */
export function compareStability(before: Json | undefined, after: Json | undefined) {
  const change = rankOf(after) - rankOf(before);
  if (change === 0 || rankOf(before) < 0 || rankOf(after) < 0) return undefined;
  const [expected, actual] = [String(before ?? 'stable'), String(after ?? 'stable')];
  return change < 0
    ? ({ moved: 'decreased', message: `clients were promised more: ${expected}`, expected, actual } as const)
    : ({ moved: 'increased', message: `clients are promised more: ${actual}`, expected, actual } as const);
}
