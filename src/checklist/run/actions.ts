import { setTimeout } from 'node:timers/promises';
import type { Scope } from '../expressions/types.ts';
import { retryAfterMs } from '../http/retry-after.ts';
import type { Action } from '../types.ts';

/** The longest a Retry-After header is obeyed. A check that would sleep longer is better off failing now. */
export const longestWaitMs = 60_000;

/** How often each retry action was taken, by name, since the step was entered. */
export type Retries = Map<string, number>;

/**
 * The first action whose criteria are all met; without criteria it always applies. A retry that was taken
 * `retryLimit` times is passed over: it "MUST be exhausted prior to executing subsequent failure actions"
 * (Arazzo 1.0.1 "Failure Action Object").
 */
export function chooseAction(actions: readonly Action[], scope: Scope, retries: Retries): Action | undefined {
  return actions.find((action) => {
    if (action.type === 'retry' && (retries.get(action.name) ?? 0) >= action.retryLimit) return false;
    return action.criteria.every((criterion) => criterion.judge(scope).met);
  });
}

/** Milliseconds to wait before a retry: what the server's Retry-After says overrules `retryAfter`. */
export function delayOf(action: Action, scope: Scope): number {
  const header = scope.call?.response?.headers['retry-after'];
  return retryAfterMs(header, Date.now()) ?? action.retryAfterMs;
}

/** Waits; an aborted signal ends the wait early. */
export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => undefined);
}
