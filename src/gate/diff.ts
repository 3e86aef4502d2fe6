import type { Contract } from '../contract/types.ts';
import type { Calendar } from './diff/calendar.ts';
import { compareContracts } from './diff/document/compare-contracts.ts';
import { compareVersions } from './diff/document/versions.ts';
import { foldChanges } from './diff/fold.ts';
import { locateChanges } from './diff/locate-changes.ts';
import { type Levels, levelOfChange, withNotice } from './diff/rules/registry.ts';
import type { ChangeFinding } from './diff/types.ts';

export interface DiffOptions extends Calendar {
  /** Levels that differ from the registry's. */
  readonly levels?: Levels;
}

/**
 * What changed between two contracts, most serious first within an operation, each with its place in a file and the
 * operations it reaches.
 */
export async function diffContracts(
  old: Contract,
  fresh: Contract,
  { levels = new Map(), ...calendar }: DiffOptions,
): Promise<readonly ChangeFinding[]> {
  const judged = withNotice(levels, calendar.noticeDays);
  const changes = compareContracts(old, fresh, calendar);
  const breaks = changes.some((change) => levelOfChange(change, judged) === 'error');
  const versions = breaks ? compareVersions(old, fresh) : [];
  return locateChanges(foldChanges([...versions, ...changes]), old, fresh, judged);
}
