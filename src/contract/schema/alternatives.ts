import { agrees, type Check, type Mismatch } from './mismatch.ts';
import { typeNames } from './wording.ts';

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

/**
 * What to say when no branch agrees: the mismatches of the branch that came nearest, so that a person reads about the object
 * they meant to send. When all differ in type, one mismatch with all types. When none is nearest, all of them in one sentence.
 */
function closest(
  keyword: string,
  failures: readonly (readonly Mismatch[])[],
  at: string,
): readonly Mismatch[] {
  const scored = failures.map((found) => ({ found, distance: distance(found, at) }));
  const least = Math.min(...scored.map((entry) => entry.distance));
  if (least >= wrongType) return [mergedTypes(failures, at)];
  const nearest = scored.filter((entry) => entry.distance === least).map((entry) => entry.found);
  const [first = []] = nearest;
  if (nearest.length === 1 || nearest.every((found) => sameMismatches(found, first))) return first;
  return [undecided(keyword, nearest, at)];
}

const wrongType = 10_000;
const wrongTag = 100;

/** A value of another type is farthest; then an object whose tag (a `const` or `enum` property) says it is another one. */
function distance(found: readonly Mismatch[], at: string): number {
  return found.reduce((sum, mismatch) => sum + weight(mismatch, at), 0);
}

function weight({ instancePath, keyword }: Mismatch, at: string): number {
  if (keyword === 'type' && instancePath === at) return wrongType;
  const below = instancePath.slice(at.length);
  const isTag = (keyword === 'const' || keyword === 'enum') && below.lastIndexOf('/') === 0;
  return isTag ? wrongTag : 1;
}

function mergedTypes(failures: readonly (readonly Mismatch[])[], at: string): Mismatch {
  const types = failures
    .flat()
    .filter((mismatch) => mismatch.keyword === 'type' && mismatch.instancePath === at)
    .flatMap((mismatch) => typeNames(mismatch.params.type));
  const [only, ...others] = new Set(types);
  const type = others.length === 0 ? only : [only, ...others];
  return {
    instancePath: at,
    keyword: 'type',
    params: { type },
    message: `must be ${[only, ...others].join(' or ')}`,
  };
}

function sameMismatches(left: readonly Mismatch[], right: readonly Mismatch[]): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function undecided(keyword: string, nearest: readonly (readonly Mismatch[])[], at: string): Mismatch {
  const reasons = new Set(nearest.map((found) => found.map((mismatch) => told(mismatch, at)).join(' and ')));
  const message = `must match one of the alternatives: ${[...reasons].join('; or ')}`;
  return { instancePath: at, keyword, params: { passingSchemas: null }, message };
}

function told({ instancePath, message }: Mismatch, at: string): string {
  const below = instancePath.slice(at.length);
  return below === '' ? message : `${below} ${message}`;
}
