import type { Verdict } from '../../evidence/types.ts';
import type { Trace, TraceRow, Where } from '../../gate/trace.ts';
import type { TraceRow as ReportRow } from '../../reports/types.ts';

/** The trace as reports show it: one row a statement, then the errata that a check proves. */
export function toReportRows(trace: Trace, verdicts: ReadonlyMap<string, Verdict>): readonly ReportRow[] {
  return [...trace.statements, ...trace.errata.filter(({ checks }) => checks.length > 0)].map((row) => ({
    statement: row.id,
    text: row.text,
    promise: promiseOf(row),
    checks: row.checks.map((id) => {
      const verdict = verdicts.get(id);
      return verdict ? { id, verdict } : { id };
    }),
  }));
}

/** `auth-v1.register 400`: where the first of the contracts makes the statement its own. */
export function promiseOf({ where }: TraceRow): string {
  const [first] = where.toSorted((a, b) => precision(b) - precision(a));
  if (!first) return '';
  const operation = first.operation ? `.${first.operation}` : '';
  return `${first.contract}${operation}${first.response ? ` ${first.response}` : ''}`;
}

const precision = ({ operation, response }: Where): number => (response ? 2 : operation ? 1 : 0);
