import { pointerTo } from '../expressions/pointer.ts';
import type { Checklist, Workflow, WorkflowReference } from '../types.ts';
import type { Report } from './place-reports.ts';

/**
 * Reports workflows that wait for themselves, over `dependsOn` or over steps that call workflows,
 * at each workflow of this checklist that is part of such a circle.
 */
export function reportCycles(checklist: Checklist): Report[] {
  return [...checklist.workflows.values()].flatMap((workflow) => {
    const path = pathToItself(workflow);
    if (!path) return [];
    const message = `the workflow waits for itself: ${[workflow.id, ...path].join(' → ')}`;
    return [{ pointer: pointerTo(workflow.pointer, 'workflowId'), message, severity: 'error' as const }];
  });
}

/** The ids on the way from a workflow back to itself. */
function pathToItself(start: Workflow): string[] | undefined {
  const seen = new Set<string>();
  const visit = (workflow: Workflow): string[] | undefined => {
    for (const reference of needs(workflow)) {
      const next = reference.find();
      if (next === start) return [reference.workflowId];
      if (!next || seen.has(reference.key)) continue;
      seen.add(reference.key);
      const rest = visit(next);
      if (rest) return [reference.workflowId, ...rest];
    }
    return undefined;
  };
  return visit(start);
}

function needs({ dependsOn, steps }: Workflow): readonly WorkflowReference[] {
  return [...dependsOn, ...steps.flatMap(({ call }) => (call.kind === 'workflow' ? [call.workflow] : []))];
}
