import { didYouMean } from '../suggest.ts';
import type { Step } from '../types.ts';
import type { Compiler } from './compiler.ts';
import type { Fields } from './fields.ts';

/** A step with the steps of the same workflow that have to run before it. */
export interface OrderedStep extends Step {
  readonly after: readonly string[];
}

/** `dependsOn` of a step, this workflow's steps only: a workflow's own `dependsOn` orders workflows. */
export function readAfter(fields: Fields, stepIds: readonly string[], compiler: Compiler): string[] {
  return fields.items('dependsOn').flatMap(({ value, pointer }) => {
    if (typeof value !== 'string') compiler.report(pointer, 'a step depends on step ids');
    else if (stepIds.includes(value)) return [value];
    else if (!value.startsWith('$'))
      compiler.report(pointer, `there is no step "${value}"${didYouMean(value, stepIds)}`);
    else
      compiler.report(
        pointer,
        `a step of another workflow cannot be waited for; use the workflow's "dependsOn"`,
      );
    return [];
  });
}

/**
 * Steps in document order, each moved behind what it depends on (Arazzo 1.1.0 "Step Dependencies and
 * Execution Order": a runner that works sequentially must satisfy `dependsOn`). Reports a cycle.
 */
export function orderSteps(steps: readonly OrderedStep[], compiler: Compiler): readonly Step[] {
  const done = new Set<string>();
  const result: Step[] = [];
  let rest = steps;
  while (rest.length > 0) {
    const next = rest.find(({ after }) => after.every((id) => done.has(id)));
    if (!next) {
      const ids = rest.map(({ id }) => id).join(', ');
      compiler.report(rest[0]?.pointer ?? '', `the steps ${ids} depend on each other in a circle`);
      return [...result, ...rest];
    }
    done.add(next.id);
    result.push(next);
    rest = rest.filter((each) => each !== next);
  }
  return result;
}
