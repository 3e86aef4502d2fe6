import type { Finding } from '../../contract/finding.ts';
import type { Call, Scope, Values } from '../expressions/types.ts';
import type { Step, WorkflowCall } from '../types.ts';
import type { CheckState } from './check-state.ts';
import { type Frame, fillOutputs, scopeOf } from './frame.ts';
import { broken, type Stop, skipped } from './outcome.ts';
import { passArguments } from './pass-arguments.ts';
import { runOperation } from './run-operation.ts';

/** One attempt at a step. `scope` is what its actions' criteria see. */
export interface StepResult {
  readonly succeeded: boolean;
  readonly findings: readonly Finding[];
  readonly scope: Scope;
  readonly stop?: Stop;
}

/**
 * Runs a step once: calls its operation or workflow, holds its success criteria against the result and keeps its
 * outputs. A step without criteria succeeds when its call does (an answer came; the workflow succeeded).
 */
export async function runStep(step: Step, frame: Frame, state: CheckState): Promise<StepResult> {
  const label = frame.prefix + step.id;
  const automatic = state.automatic.length;
  const { call, findings, stop, outputs } = await perform(step, frame, state, label);
  const scope = scopeOf(frame, call, outputs);
  if (stop) return { succeeded: false, findings, scope, stop };
  const unmet = findings.length > 0 ? findings : await judgeCriteria(step, frame, scope, state);
  const missing = unmet.length > 0 && !state.session.target.testing ? missingTestApi(step, call) : undefined;
  if (missing !== undefined) {
    state.automatic.length = automatic;
    return { succeeded: false, findings: [], scope, stop: skipped(missing) };
  }
  const declared = fillOutputs(step.outputs, scope);
  frame.steps.set(step.id, { ...outputs, ...declared });
  return { succeeded: unmet.length === 0, findings: unmet, scope };
}

/**
 * Why an API that is there for tests alone (`x-testing` at the root of its document) answered 404: a server that was not
 * started for testing has none of it, and breaks no promise by that. Undefined: it is no such API, or it answered.
 */
function missingTestApi({ call }: Step, seen: Call | undefined): string | undefined {
  if (call.kind !== 'operation' || call.contract.document['x-testing'] !== true) return undefined;
  if (seen?.response?.status !== 404) return undefined;
  return `the server has no "${call.source}" API: it was not started for testing`;
}

interface Performed extends Awaited<ReturnType<typeof runOperation>> {
  readonly outputs?: Values;
}

async function perform(step: Step, frame: Frame, state: CheckState, label: string): Promise<Performed> {
  const { call } = step;
  if (call.kind === 'workflow') return callWorkflow(call, frame, state, label);
  const sending = { step, call, checklist: frame.workflow.checklist, label };
  return runOperation(sending, scopeOf(frame), state);
}

/** Runs the workflow a step names, its parameters as inputs (Arazzo 1.0.1 "Parameter Object"). */
async function callWorkflow(
  call: WorkflowCall,
  frame: Frame,
  state: CheckState,
  label: string,
): Promise<Performed> {
  const workflow = call.workflow.find();
  if (!workflow)
    return { findings: [], stop: broken(`the workflow "${call.workflow.workflowId}" has mistakes`) };
  const passed = passArguments(call.parameters, scopeOf(frame));
  if ('failure' in passed) return { findings: [], stop: broken(`step ${label}: ${passed.failure}`) };
  const end = await state.runWorkflow(workflow, passed.values, state, `${label}/`);
  frame.workflows.set(workflow.id, { inputs: end.inputs, outputs: end.outputs });
  return { findings: end.findings, outputs: end.outputs, ...(end.stop && { stop: end.stop }) };
}

/** Every criterion has to be met; each that is not becomes a finding at its place in the checklist. */
async function judgeCriteria(
  step: Step,
  frame: Frame,
  scope: Scope,
  state: CheckState,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const criterion of step.successCriteria) {
    const judgement = criterion.judge(scope);
    if (judgement.met) continue;
    const { message, expected, actual } = judgement;
    const location = await state.session.place(frame.workflow.checklist.file, criterion.pointer);
    findings.push({
      id: 'criterion-failed',
      message,
      location,
      step: frame.prefix + step.id,
      expected,
      actual,
    });
  }
  return findings;
}
