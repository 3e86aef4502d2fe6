import type { Level } from '../../gate/diff/types.ts';

/** What the command line of `diff` says. */
export interface DiffFlags {
  readonly format: string;
  readonly failOn: Level;
  readonly ignore?: string;
  readonly level: readonly string[];
  /** Days. */
  readonly notice?: number;
  readonly all?: boolean;
  readonly listRules?: boolean;
}
