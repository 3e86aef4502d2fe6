import type { Part, PartName } from '../../gate/verdict.ts';
import { CommandFailure } from '../context.ts';

/** Parts that can be left out by name. */
export const partWords = ['lint', 'diff', 'checks', 'coverage', 'parity', 'trace'] as const;

/** A part that was not looked at, on purpose. */
export const leftOut = (name: PartName, reason: string): Part => ({
  name,
  seen: '',
  advice: '',
  kind: 'skipped',
  reason,
});

/** What is expected to go wrong in one part leaves the others their say. */
export function orBroken(name: PartName, error: unknown): Part {
  if (!(error instanceof CommandFailure)) throw error;
  const reason = error.hint ? `${error.message}. ${error.hint}` : error.message;
  return { name, seen: '', advice: '', kind: 'broken', reason };
}
