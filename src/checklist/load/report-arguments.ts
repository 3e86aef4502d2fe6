import { nearestWord } from '../suggest.ts';
import type { Checklist } from '../types.ts';
import type { Report } from './place-reports.ts';

/** Warns of parameters that look like a misspelt input of the workflow they are passed to. */
export function reportArguments(checklist: Checklist): Report[] {
  const steps = [...checklist.workflows.values()].flatMap((workflow) => workflow.steps);
  return steps.flatMap(({ call, pointer }) => {
    const workflow = call.kind === 'workflow' ? call.workflow.find() : undefined;
    if (!workflow) return [];
    const known = workflow.inputs.map(({ name }) => name);
    return call.parameters.flatMap(({ name }) => {
      const nearest = known.includes(name) ? undefined : nearestWord(name, known);
      if (nearest === undefined) return [];
      const message = `workflow "${workflow.id}" has no input "${name}"; did you mean "${nearest}"?`;
      return [{ pointer: `${pointer}/parameters`, message, severity: 'warning' as const }];
    });
  });
}
