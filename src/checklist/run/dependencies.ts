import { describe, type Planned } from '../plan.ts';
import type { Workflow, WorkflowReference } from '../types.ts';
import { broken } from './outcome.ts';
import type { CheckRun } from './run-check.ts';
import type { Dependency } from './session.ts';

/** Runs what other workflows depend on, each once in a run, and remembers how it ended. */
export interface Dependencies {
  run(reference: WorkflowReference): Promise<Dependency>;
  runPlanned(planned: Planned): Promise<void>;
}

/** `tell` runs a check of the plan and reports it; `quiet` runs a workflow that is not in the plan. */
export function createDependencies(
  plan: readonly Planned[],
  { tell, quiet }: Record<'tell' | 'quiet', (planned: Planned) => Promise<CheckRun>>,
): Dependencies {
  const planned = new Map(plan.map((each) => [each.workflow, each]));
  const begun = new Map<Workflow, Promise<Dependency>>();
  const once = (workflow: Workflow): Promise<Dependency> => {
    const known = begun.get(workflow) ?? begin(workflow, planned.get(workflow), { tell, quiet });
    begun.set(workflow, known);
    return known;
  };
  return {
    async run(reference) {
      const workflow = reference.find();
      return workflow ? once(workflow) : mistaken(reference);
    },
    async runPlanned({ workflow }) {
      await once(workflow);
    },
  };
}

/** Only how it ended is kept; the exchanges are not. */
async function begin(
  workflow: Workflow,
  planned: Planned | undefined,
  { tell, quiet }: Record<'tell' | 'quiet', (planned: Planned) => Promise<CheckRun>>,
): Promise<Dependency> {
  const { end, evidence } = await (planned ? tell(planned) : quiet({ workflow, check: describe(workflow) }));
  const succeeded = end.succeeded && evidence.verdict !== 'failed';
  const findings = end.findings.length > 0 ? end.findings : evidence.findings.slice(0, 1);
  return { end: { ...end, succeeded, findings }, reported: planned !== undefined };
}

function mistaken({ workflowId }: WorkflowReference): Dependency {
  const stop = broken(`it depends on "${workflowId}", which has mistakes`);
  return { end: { succeeded: false, findings: [], stop, inputs: {}, outputs: {} }, reported: false };
}

/** All workflows that some check of the plan depends on, directly or not. */
export function dependedOn(plan: readonly Planned[]): ReadonlySet<Workflow> {
  const needed = new Set<Workflow>();
  const seen = new Set<Workflow>();
  const visit = (workflow: Workflow): void => {
    if (seen.has(workflow)) return;
    seen.add(workflow);
    for (const reference of workflow.dependsOn) {
      const other = reference.find();
      if (other) needed.add(other);
      if (other) visit(other);
    }
    for (const { call } of workflow.steps) {
      const other = call.kind === 'workflow' ? call.workflow.find() : undefined;
      if (other) visit(other);
    }
  };
  for (const { workflow } of plan) visit(workflow);
  return needed;
}
