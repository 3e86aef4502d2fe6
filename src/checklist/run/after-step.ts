import type { Scope } from '../expressions/types.ts';
import type { Action, WorkflowReference } from '../types.ts';
import { chooseAction, delayOf, longestWaitMs, type Retries, sleep } from './actions.ts';
import { type CheckState, forgive } from './check-state.ts';
import type { Frame } from './frame.ts';
import { broken, type Stop, type WorkflowEnd } from './outcome.ts';
import { passArguments } from './pass-arguments.ts';
import { runStep, type StepResult } from './run-step.ts';
import { ended, stopped, succeeded } from './workflow-end.ts';

/** Where in a workflow a step was taken. */
export interface Place {
  readonly frame: Frame;
  readonly state: CheckState;
  readonly index: number;
  readonly retries: Retries;
}

/** Where to go after a step: on, back for another try, or out. */
export type Next = { readonly index: number; readonly again: boolean } | { readonly end: WorkflowEnd };

/** Decides by the actions of a step how its workflow goes on. */
export async function afterStep(result: StepResult, place: Place): Promise<Next> {
  const { frame, index, retries } = place;
  const step = frame.workflow.steps[index];
  const gone = result.stop !== undefined && result.stop.kind !== 'unreachable';
  if (!step || gone) return { end: ended(frame, result) };
  const action = chooseAction(result.succeeded ? step.onSuccess : step.onFailure, result.scope, retries);
  if (!action) return result.succeeded ? { index: index + 1, again: false } : { end: ended(frame, result) };
  if (action.type === 'end') return { end: result.succeeded ? succeeded(frame) : ended(frame, result) };
  return action.type === 'goto' ? goTo(action, result, place) : retry(action, result, place);
}

/** A one-way transfer: to a step of this workflow, or to another workflow, which then ends in place of this one. */
async function goTo(action: Action, { scope }: StepResult, { frame, state }: Place): Promise<Next> {
  if (action.workflow) return { end: await transfer(action.workflow, action, scope, { frame, state }) };
  return { index: frame.workflow.steps.findIndex(({ id }) => id === action.stepId), again: false };
}

/**
 * Inputs of the same name are handed on, because Arazzo 1.0 has no other way to give the next workflow its inputs. The
 * parameters of 1.1 see what the step of the action saw, its response above all.
 */
async function transfer(
  reference: WorkflowReference,
  action: Action,
  scope: Scope,
  { frame, state }: Pick<Place, 'frame' | 'state'>,
): Promise<WorkflowEnd> {
  const workflow = reference.find();
  if (!workflow) return stopped(frame, broken(`the workflow "${reference.workflowId}" has mistakes`));
  const passed = passArguments(action.parameters, scope);
  if ('failure' in passed) return stopped(frame, broken(`action ${action.name}: ${passed.failure}`));
  const known = new Set(workflow.inputs.map(({ name }) => name));
  const own = Object.fromEntries(Object.entries(frame.inputs).filter(([name]) => known.has(name)));
  return state.runWorkflow(workflow, { ...own, ...passed.values }, state, frame.prefix);
}

/** Waits, runs the step or workflow that the action names, and comes back to the same step. */
async function retry(action: Action, result: StepResult, place: Place): Promise<Next> {
  const { frame, state, index, retries } = place;
  const delay = delayOf(action, result.scope);
  if (delay > longestWaitMs) return { end: ended(frame, tooLong(result, delay)) };
  retries.set(action.name, (retries.get(action.name) ?? 0) + 1);
  await sleep(delay, state.session.signal);
  const before = state.pending.length;
  const stop = await runReferenced(action, result, place);
  forgive(state, before);
  return stop ? { end: stopped(frame, stop) } : { index, again: true };
}

/** "The reference is executed and the context is returned, after which the current step is retried": whatever it came to. */
async function runReferenced(
  action: Action,
  { scope }: StepResult,
  { frame, state }: Place,
): Promise<Stop | undefined> {
  if (action.workflow) {
    const end = await transfer(action.workflow, action, scope, { frame, state });
    frame.workflows.set(action.workflow.workflowId, { inputs: end.inputs, outputs: end.outputs });
    return end.stop;
  }
  const step = frame.workflow.steps.find(({ id }) => id === action.stepId);
  return step && (await runStep(step, frame, state)).stop;
}

function tooLong(result: StepResult, delay: number): StepResult {
  const asked = `${Math.round(delay / 1000)} s`;
  const limit = `${longestWaitMs / 1000} s`;
  const message = `not retried: the server asks to wait ${asked}, more than ${limit}`;
  const finding = {
    id: 'retry-after-too-long',
    message,
    location: 'retry-after',
    expected: `at most ${limit}`,
    actual: asked,
  };
  return { ...result, findings: [...result.findings, finding] };
}
