import type { Finding } from '../../contract/finding.ts';
import type { Exchange } from '../../evidence/types.ts';
import type { Values } from '../expressions/types.ts';
import type { Checklist, LogExpectation, Workflow } from '../types.ts';
import type { WorkflowEnd } from './outcome.ts';
import type { Session } from './session.ts';

/** The most steps one check may take, jumps and retries included: an endless loop ends here. */
export const mostSteps = 1000;

/** An exchange whose log lines are still to be read, and the lines that have to be among them. */
export interface Pending {
  readonly exchange: Exchange;
  readonly contractId: string;
  readonly checklist: Checklist;
  expectations: readonly LogExpectation[];
}

/** What one check collects while it runs; forgotten when the check is finished. */
export interface CheckState {
  readonly session: Session;
  readonly pending: Pending[];
  /** Findings of the automatic checks. They make the check fail and leave its course as it is. */
  readonly automatic: Finding[];
  steps: number;
  /** Runs another workflow within this check. */
  readonly runWorkflow: RunWorkflow;
}

/** Runs a workflow with the inputs its caller passes. `prefix`: the ids of the steps that led there, `/` behind each. */
export type RunWorkflow = (
  workflow: Workflow,
  passed: Values,
  state: CheckState,
  prefix?: string,
) => Promise<WorkflowEnd>;

/** The state of a check that has not done anything yet. */
export function newCheckState(session: Session, runWorkflow: RunWorkflow): CheckState {
  return { session, pending: [], automatic: [], steps: 0, runWorkflow };
}

/** The exchanges from `from` on belong to a failure that was taken care of: the log lines they owe are let off. */
export function forgive(state: CheckState, from: number): void {
  for (const pending of state.pending.slice(from)) pending.expectations = [];
}
