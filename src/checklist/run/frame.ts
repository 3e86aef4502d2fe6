import type { Json } from '../../contract/json.ts';
import type { Call, Scope, Values } from '../expressions/types.ts';
import type { Output, Workflow } from '../types.ts';

/** One run of one workflow: its values so far. */
export interface Frame {
  readonly workflow: Workflow;
  readonly inputs: Values;
  readonly steps: Map<string, Values>;
  readonly workflows: Map<string, { readonly inputs: Values; readonly outputs: Values }>;
  /** Ids of the steps that led here, `/` behind each. */
  readonly prefix: string;
}

/** What expressions see in this frame: with the call of the step at hand, or the outputs of the workflow it called. */
export function scopeOf(frame: Frame, call?: Call, outputs: Values = {}): Scope {
  const { inputs, steps, workflows, workflow } = frame;
  return { inputs, outputs, steps, workflows, document: workflow.checklist.scope, call };
}

/** The values of outputs; one whose expression has no value is left out. */
export function fillOutputs(outputs: readonly Output[], scope: Scope): Values {
  const values: Record<string, Json> = {};
  for (const { name, fill } of outputs) {
    const value = fill(scope, []);
    if (value !== undefined) values[name] = value;
  }
  return values;
}
