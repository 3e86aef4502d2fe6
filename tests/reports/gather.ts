import type { Evidence } from '../../src/evidence/types.ts';
import { findReport } from '../../src/reports/registry.ts';
import type { ReportOptions } from '../../src/reports/types.ts';

/** The whole text of a report. */
export async function reportText(
  kind: string,
  evidence: Evidence,
  options: Partial<ReportOptions> = {},
): Promise<string> {
  const report = await findReport(kind)?.load();
  if (!report) throw new Error(`no report of kind ${kind}`);
  let text = '';
  for await (const piece of report(evidence, { language: 'en', ...options })) text += piece;
  return text;
}
