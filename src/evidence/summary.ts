import type { CheckEvidence, Summary } from './types.ts';

export const NOTHING_YET: Summary = { passed: 0, failed: 0, skipped: 0, broken: 0, durationMs: 0 };

/** How many checks were counted. */
export function checksIn({ passed, failed, skipped, broken }: Summary): number {
  return passed + failed + skipped + broken;
}

/** The check asks for somebody's attention. */
export function isBad({ verdict }: CheckEvidence): boolean {
  return verdict === 'failed' || verdict === 'broken';
}

/** Counts one more check. The time of checks that ran side by side adds up; the run itself was shorter. */
export function addVerdict(summary: Summary, { verdict, durationMs }: CheckEvidence): Summary {
  return { ...summary, [verdict]: summary[verdict] + 1, durationMs: summary.durationMs + durationMs };
}
