import type { Position } from '../contract/finding.ts';
import type { Evidence, PlannedCheck, Verdict } from '../evidence/types.ts';

export type Language = 'en' | 'ru';

/** One documented statement and the checks that prove it, as the trace matrix of a report shows it. */
export interface TraceRow {
  /** `qa-checklist.md:9`. */
  readonly statement: string;
  /** The document's own words. */
  readonly text: string;
  /** `auth-v1 POST /register → 400`; empty when the statement is about no operation. */
  readonly promise: string;
  /** Ids of checks, with their verdicts where they ran. Empty: nothing checks this statement. */
  readonly checks: readonly { readonly id: string; readonly verdict?: Verdict }[];
}

export interface ReportOptions {
  readonly language: Language;
  readonly trace?: readonly TraceRow[];
  /** Where a check is written, so that annotations land on its line where no criterion has one of its own. */
  readonly positionOf?: (check: PlannedCheck) => Position | undefined;
}

/** Evidence in, text out; in pieces, so that a run of any length is reported in flat memory. */
export type Report = (evidence: Evidence, options: ReportOptions) => AsyncIterable<string>;

/** One row of the registry. */
export interface ReportKind {
  /** What `--report KIND` says. */
  readonly kind: string;
  /** Where it goes below `--out` unless a path is given. */
  readonly fileName: string;
  /** One English sentence for `--help`. */
  readonly description: string;
  /** Loads the report's code: no command pays for a report it does not write. */
  load(): Promise<Report>;
}
