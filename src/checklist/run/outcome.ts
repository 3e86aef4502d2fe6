import type { Finding } from '../../contract/finding.ts';
import type { Values } from '../expressions/types.ts';

/**
 * Why a check cannot go on. `broken`: it cannot be judged; `skipped`: it does not apply here;
 * `unreachable`: nobody listens at the base URL.
 */
export type Stop =
  | { readonly kind: 'broken' | 'skipped'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly base: string; readonly reason: string };

/** How a workflow ended, with what it leaves to those who called it. */
export interface WorkflowEnd {
  readonly succeeded: boolean;
  /** Why it failed; empty when it succeeded or was stopped. */
  readonly findings: readonly Finding[];
  readonly stop?: Stop;
  readonly inputs: Values;
  readonly outputs: Values;
}

export const broken = (reason: string): Stop => ({ kind: 'broken', reason });
export const skipped = (reason: string): Stop => ({ kind: 'skipped', reason });
