import type { Values } from '../expressions/types.ts';
import { resolveInputs } from '../inputs/resolve-inputs.ts';
import type { Workflow } from '../types.ts';
import type { Retries } from './actions.ts';
import { afterStep } from './after-step.ts';
import { type CheckState, forgive, mostSteps } from './check-state.ts';
import type { Frame } from './frame.ts';
import { broken, type Stop, skipped, type WorkflowEnd } from './outcome.ts';
import { runStep } from './run-step.ts';
import { stopped, succeeded } from './workflow-end.ts';

/**
 * Runs a workflow with the values its caller passes: first what it depends on, then its steps, in order unless an
 * action says otherwise (Arazzo 1.0.1 "Workflow Object", "Success Action Object", "Failure Action Object").
 */
export async function runWorkflow(
  workflow: Workflow,
  passed: Values,
  state: CheckState,
  prefix = '',
): Promise<WorkflowEnd> {
  const resolved = resolveInputs(workflow, passed, state.session.given);
  const inputs = 'failure' in resolved ? passed : resolved.values;
  const workflows = new Map([[workflow.id, { inputs, outputs: {} }]]);
  const frame: Frame = { workflow, inputs, steps: new Map(), workflows, prefix };
  if (workflow.unrunnable !== undefined) return stopped(frame, skipped(workflow.unrunnable));
  if ('failure' in resolved) return stopped(frame, broken(resolved.failure));
  const stop = await runDependencies(frame, state);
  return stop ? stopped(frame, stop) : runSteps(frame, state);
}

/** Every workflow in `dependsOn` has to have succeeded; its inputs and outputs are then visible as `$workflows.…`. */
async function runDependencies(
  { workflow, workflows }: Frame,
  { session }: CheckState,
): Promise<Stop | undefined> {
  for (const reference of workflow.dependsOn) {
    const { end, reported } = await session.dependency(reference);
    if (end.stop) return end.stop;
    if (!end.succeeded) {
      const why = `it depends on "${reference.workflowId}", which failed`;
      return reported ? skipped(why) : broken(`${why}: ${end.findings[0]?.message ?? ''}`);
    }
    workflows.set(reference.workflowId, { inputs: end.inputs, outputs: end.outputs });
  }
  return undefined;
}

async function runSteps(frame: Frame, state: CheckState): Promise<WorkflowEnd> {
  const { steps } = frame.workflow;
  const retries: Retries = new Map();
  let index = 0;
  for (let step = steps[0]; step; step = steps[index]) {
    if (overspent(state))
      return stopped(frame, broken(`it took ${mostSteps} steps without coming to an end`));
    const before = state.pending.length;
    const result = await runStep(step, frame, state);
    const next = await afterStep(result, { frame, state, index, retries });
    if ('end' in next) return next.end;
    // A failure that an action took care of is no failure; neither are the log lines it owes.
    if (!result.succeeded) forgive(state, before);
    if (!next.again) retries.clear();
    index = next.index;
  }
  return succeeded(frame);
}

function overspent(state: CheckState): boolean {
  state.steps += 1;
  return state.steps > mostSteps;
}
