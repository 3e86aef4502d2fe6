import { relative } from 'node:path';
import type { Planned } from '../../checklist/plan.ts';
import type { Position } from '../../contract/finding.ts';
import { createLocator, type Locator } from '../../contract/locate.ts';
import { readSource } from '../../contract/read-source.ts';
import type { Contract } from '../../contract/types.ts';
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
  const locators = new Map<string, Locator | undefined>();
  const positions = new Map<string, Position | undefined>();
  for await (const { id, verdict } of evidence.checks()) {
    const workflow = workflows.get(id);
    if (!workflow || verdict === 'passed' || verdict === 'skipped') continue;
    const { file } = workflow.checklist;
    if (!locators.has(file)) locators.set(file, await openLocator(file, relative(cwd, file)));
    positions.set(id, locators.get(file)?.(workflow.pointer));
  }
  return ({ id }) => positions.get(id);
}

async function openLocator(file: string, name: string): Promise<Locator | undefined> {
  const source = await readSource(file);
  return 'failure' in source ? undefined : createLocator(source.text, name);
}

const namesSources = ({ operations }: Contract): boolean =>
  operations.some(({ extensions }) => 'x-source' in extensions);

async function verdictsOf(evidence: Evidence): Promise<ReadonlyMap<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for await (const { id, verdict } of evidence.checks()) verdicts.set(id, verdict);
  return verdicts;
}
