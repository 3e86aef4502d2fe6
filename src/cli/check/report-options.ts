import type { Contract } from '../../contract/types.ts';
import type { Evidence, Verdict } from '../../evidence/types.ts';
import { traceStatements } from '../../gate/trace.ts';
import type { ReportOptions } from '../../reports/types.ts';
import { toReportRows } from '../trace/matrix.ts';
import { readChecklist } from '../trace/read-trace.ts';
import type { LoadedRun } from './load.ts';
import type { CheckSettings } from './settings.ts';

/** What reports need besides the evidence: language, and the trace matrix where contracts name their sources. */
export async function reportOptions(
  { contracts, checklistFiles }: LoadedRun,
  evidence: Evidence,
  { language, reports }: CheckSettings,
): Promise<ReportOptions> {
  const wanted = reports.some(({ kind }) => kind.kind === 'html') && contracts.some(namesSources);
  if (!wanted) return { language };
  const checklists = await Promise.all(checklistFiles.map(readChecklist));
  return {
    language,
    trace: toReportRows(traceStatements(contracts, checklists), await verdictsOf(evidence)),
  };
}

const namesSources = ({ operations }: Contract): boolean =>
  operations.some(({ extensions }) => 'x-source' in extensions);

async function verdictsOf(evidence: Evidence): Promise<ReadonlyMap<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for await (const { id, verdict } of evidence.checks()) verdicts.set(id, verdict);
  return verdicts;
}
