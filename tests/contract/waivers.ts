import type { TargetName } from './targets/target.ts';

/** A gap that is known and accepted. One that no longer shows fails the tests: it is to be struck out. */
export interface Waiver {
  readonly target: TargetName;
  /** Ids of cases; a trailing `*` stands for any rest. */
  readonly case: string;
  /** Id of the gap, `*` for any. */
  readonly gap: string;
  readonly reason: string;
}

export const waivers: readonly Waiver[] = [];
