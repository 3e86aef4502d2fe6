import type { Compiler } from './compiler.ts';

/** A step with the steps of the same workflow that have to run before it. */
export interface Ordered<T> {
  readonly id: string;
  readonly pointer: string;
  readonly after: readonly string[];
  readonly step: T;
}

/**
 * Steps in document order, each moved behind what it depends on (Arazzo 1.1.0 "Step Dependencies and
 * Execution Order": a runner that works sequentially must satisfy `dependsOn`). Reports a cycle.
 */
export function orderSteps<T>(steps: readonly Ordered<T>[], compiler: Compiler): readonly T[] {
  const done = new Set<string>();
  const result: T[] = [];
  let rest = steps;
  while (rest.length > 0) {
    const next = rest.find(({ after }) => after.every((id) => done.has(id)));
    if (!next) {
      const ids = rest.map(({ id }) => id).join(', ');
      compiler.report(rest[0]?.pointer ?? '', `the steps ${ids} depend on each other in a circle`);
      return [...result, ...rest.map(({ step }) => step)];
    }
    done.add(next.id);
    result.push(next.step);
    rest = rest.filter((each) => each !== next);
  }
  return result;
}
