import { closest } from './closest.ts';
import { agrees, type Check, type Mismatch } from './mismatch.ts';

/** `anyOf`: the first branch that agrees settles it. */
export function anyOf(branches: readonly Check[]): Check {
  return (value, at) => {
    const failures: (readonly Mismatch[])[] = [];
    for (const branch of branches) {
      const found = branch(value, at);
      if (found.length === 0) return agrees;
      failures.push(found);
    }
    return closest('anyOf', failures, at);
  };
}

/** `oneOf`: exactly one branch agrees. */
export function oneOf(branches: readonly Check[]): Check {
  return (value, at) => {
    const failures: (readonly Mismatch[])[] = [];
    const passing: number[] = [];
    for (const [index, branch] of branches.entries()) {
      const found = branch(value, at);
      if (found.length > 0) failures.push(found);
      else passing.push(index);
    }
    if (passing.length === 1) return agrees;
    return passing.length === 0 ? closest('oneOf', failures, at) : [ambiguous(passing, branches.length, at)];
  };
}

function ambiguous(passing: readonly number[], of: number, at: string): Mismatch {
  const message = `must match exactly one of ${of} alternatives, matches ${passing.length}`;
  return { instancePath: at, keyword: 'oneOf', params: { passingSchemas: passing }, message };
}
