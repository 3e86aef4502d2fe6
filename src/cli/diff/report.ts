import type { ChangeFinding, Level } from '../../gate/diff/types.ts';
import type { Waived } from '../../gate/waivers.ts';
import type { Paint } from '../../reports/terminal/style.ts';

/** What every format of `diff` is made from. */
export interface DiffReport extends Waived<ChangeFinding> {
  /** As they were named. */
  readonly old: string;
  readonly new: string;
  /** This level and what is worse fails. */
  readonly failOn: Level;
  readonly failed: boolean;
}

export interface FormatOptions {
  readonly paint: Paint;
  /** Show what breaks nobody, too. */
  readonly all: boolean;
}

/** What a format shows that leaves out what breaks nobody, unless all is asked for. */
export function shownOf({ left }: DiffReport, all: boolean): readonly ChangeFinding[] {
  return left.filter(({ level }) => all || level !== 'info');
}

export type Format = (report: DiffReport, options: FormatOptions) => string;

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export function countLevels(findings: readonly ChangeFinding[]): Counts {
  const count = (level: Level): number => findings.filter((finding) => finding.level === level).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}

const ranks: Readonly<Record<Level, number>> = { error: 0, warning: 1, info: 2 };

export const isAtLeast = (level: Level, limit: Level): boolean => ranks[level] <= ranks[limit];

/** `2 breaking changes, 1 warning, 3 other changes, 1 waived`. */
export function summaryOf({ left, waived }: DiffReport): string {
  const { error, warning, info } = countLevels(left);
  if (left.length + waived.length === 0) return 'no changes that matter to a client';
  const parts = [
    plural(error, 'breaking change', 'breaking changes'),
    ...(warning > 0 ? [plural(warning, 'warning', 'warnings')] : []),
    ...(info > 0 ? [`${info} that ${info === 1 ? 'breaks' : 'break'} nobody`] : []),
    ...(waived.length > 0 ? [`${waived.length} waived`] : []),
  ];
  return parts.join(', ');
}

const plural = (count: number, one: string, many: string): string =>
  `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;

/** Findings by operation, the document itself first, the worst first within each. */
export function byOperation(
  findings: readonly ChangeFinding[],
): ReadonlyMap<string, readonly ChangeFinding[]> {
  const groups = Map.groupBy(findings, ({ operation }) => operation);
  for (const group of groups.values()) group.sort((one, other) => ranks[one.level] - ranks[other.level]);
  return groups;
}

/** One sentence for each waiver that no longer holds. Nobody fails by it: a change is over when it is merged. */
export function waiverProblems({ stale, expired }: Pick<DiffReport, 'stale' | 'expired'>): readonly string[] {
  return [
    ...stale.map(
      ({ id, location }) => `the waiver of ${id} at "${location}" matches nothing any more: remove it`,
    ),
    ...expired.map(({ id, location, until }) => `the waiver of ${id} at "${location}" ended on ${until}`),
  ];
}
