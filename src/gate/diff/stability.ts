import type { Json } from '../../contract/json.ts';

/** `x-stability-level`, from the least promised to the most. */
export const stabilityLevels = ['draft', 'alpha', 'beta', 'stable'] as const;

/** What says nothing is stable. -1: no level that exists. */
export function rankOf(level: Json | undefined): number {
  return stabilityLevels.findIndex((name) => name === (level ?? 'stable'));
}

export const stabilityWord = (level: Json | undefined): string =>
  typeof level === 'string' ? level : 'stable';
