import type { Values } from '../expressions/types.ts';
import { type Frame, fillOutputs, scopeOf } from './frame.ts';
import type { Stop, WorkflowEnd } from './outcome.ts';
import type { StepResult } from './run-step.ts';

/** All steps were taken, or an action ended the workflow well. */
export function succeeded(frame: Frame): WorkflowEnd {
  return { succeeded: true, findings: [], inputs: frame.inputs, outputs: outputsOf(frame) };
}

/** A step failed, or was stopped, and no action took care of it. */
export function ended(frame: Frame, { findings, stop }: StepResult): WorkflowEnd {
  return {
    succeeded: false,
    findings,
    ...(stop && { stop }),
    inputs: frame.inputs,
    outputs: outputsOf(frame),
  };
}

/** The workflow could not go on. */
export function stopped(frame: Frame, stop: Stop): WorkflowEnd {
  return { succeeded: false, findings: [], stop, inputs: frame.inputs, outputs: {} };
}

function outputsOf(frame: Frame): Values {
  return fillOutputs(frame.workflow.outputs, scopeOf(frame));
}
