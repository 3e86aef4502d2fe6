import type { Planned } from '../../checklist/plan.ts';
import type { Position } from '../../contract/finding.ts';
import { type Locator, openLocator } from '../../contract/locate.ts';
import { seenFrom } from '../../contract/source/location.ts';
import type { Contract } from '../../contract/types.ts';
import { isBad } from '../../evidence/summary.ts';
import type { Evidence, PlannedCheck, Verdict } from '../../evidence/types.ts';
import { traceStatements } from '../../gate/trace.ts';
import type { ReportOptions, TraceRow } from '../../reports/types.ts';
import { toReportRows } from '../trace/matrix.ts';
import { readChecklist } from '../trace/read-trace.ts';
import type { LoadedRun } from './load.ts';
import type { CheckSettings } from './settings.ts';

/** What reports need besides the evidence: language, and the trace matrix where contracts name their sources. */
export async function reportOptions(
  { contracts, checklistFiles, plan }: LoadedRun,
  evidence: Evidence,
  { language, reports }: CheckSettings,
  cwd: string,
): Promise<ReportOptions> {
  const kinds = new Set(reports.map(({ kind }) => kind.kind));
  return {
    language,
    ...(kinds.has('html') &&
      contracts.some(namesSources) && { trace: await traceRows(contracts, checklistFiles, evidence) }),
    ...(kinds.has('github') && { positionOf: await positionsOf(plan, evidence, cwd) }),
  };
}

async function traceRows(
  contracts: readonly Contract[],
  checklistFiles: readonly string[],
  evidence: Evidence,
): Promise<readonly TraceRow[]> {
  const checklists = await Promise.all(checklistFiles.map(readChecklist));
  return toReportRows(traceStatements(contracts, checklists), await verdictsOf(evidence));
}

/** Where the checks that failed are written, each file as seen from `cwd`: that is how GitHub finds it. */
export async function positionsOf(
  plan: readonly Planned[],
  evidence: Evidence,
  cwd: string,
): Promise<(check: PlannedCheck) => Position | undefined> {
  const workflows = new Map(plan.map(({ check, workflow }) => [check.id, workflow]));
  const locators = new Map<string, Locator>();
  const positions = new Map<string, Position | undefined>();
  for await (const check of evidence.checks()) {
    const workflow = workflows.get(check.id);
    if (!workflow || !isBad(check)) continue;
    const { file } = workflow.checklist;
    const locator = locators.get(file) ?? (await openLocator(file, seenFrom(cwd, file)));
    locators.set(file, locator);
    positions.set(check.id, locator(workflow.pointer));
  }
  return ({ id }) => positions.get(id);
}

const namesSources = ({ operations }: Contract): boolean =>
  operations.some(({ extensions }) => 'x-source' in extensions);

async function verdictsOf(evidence: Evidence): Promise<ReadonlyMap<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for await (const { id, verdict } of evidence.checks()) verdicts.set(id, verdict);
  return verdicts;
}
