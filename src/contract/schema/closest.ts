import { canonical } from './canonical.ts';
import type { Mismatch } from './mismatch.ts';
import { listValues, typeNames } from './wording.ts';

type Failure = readonly Mismatch[];

/**
 * What to say when no alternative agrees: the mismatches of the one that came nearest, so that a person reads about the object
 * they meant to send. Where several are equally near, what they have in common: a property all of them want, a tag none of them
 * knows. Where all want another type, one mismatch with all types. Else all of them in one sentence.
 */
export function closest(keyword: string, failures: readonly Failure[], at: string): Failure {
  const distances = failures.map((failure) => distance(failure, at));
  const least = Math.min(...distances);
  if (least >= wrongType) return [mergedTypes(failures, at)];
  const nearest = failures.filter((_, index) => distances[index] === least);
  const [first = []] = nearest;
  if (nearest.length === 1) return first;
  const shared = first.filter((mismatch) =>
    nearest.every((failure) => failure.some((other) => isSame(other, mismatch))),
  );
  if (shared.length > 0) return shared;
  return mergedTag(nearest) ?? [undecided(keyword, nearest, at)];
}

const wrongType = 10_000;
const wrongTag = 100;

/** A value of another type is farthest; then an object whose tag (a `const` or `enum` property) says it is another one. */
function distance(failure: Failure, at: string): number {
  return failure.reduce((sum, mismatch) => sum + weight(mismatch, at), 0);
}

function weight(mismatch: Mismatch, at: string): number {
  if (mismatch.keyword === 'type' && mismatch.instancePath === at) return wrongType;
  const below = mismatch.instancePath.slice(at.length);
  return valuesOf(mismatch) && below.lastIndexOf('/') === 0 ? wrongTag : 1;
}

function valuesOf({ keyword, params }: Mismatch): readonly unknown[] | undefined {
  if (keyword === 'const') return [params.allowedValue];
  return keyword === 'enum' && Array.isArray(params.allowedValues) ? params.allowedValues : undefined;
}

function mergedTypes(failures: readonly Failure[], at: string): Mismatch {
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

/** Every branch asks for another value of the same property: together they are a list of allowed values. */
function mergedTag([first = [], ...others]: readonly Failure[]): Failure | undefined {
  for (const { instancePath, ...rest } of first) {
    const own = valuesOf({ instancePath, ...rest });
    const lists = others.map((failure) =>
      failure
        .filter((mismatch) => mismatch.instancePath === instancePath)
        .flatMap((mismatch) => valuesOf(mismatch) ?? []),
    );
    if (!own || lists.some((list) => list.length === 0)) continue;
    const allowedValues = [...new Set([...own, ...lists.flat()])];
    return [
      {
        instancePath,
        keyword: 'enum',
        params: { allowedValues },
        message: `must be one of: ${listValues(allowedValues)}`,
      },
    ];
  }
  return undefined;
}

function isSame(left: Mismatch, right: Mismatch): boolean {
  return (
    left.instancePath === right.instancePath &&
    left.keyword === right.keyword &&
    canonical(left.params) === canonical(right.params)
  );
}

function undecided(keyword: string, nearest: readonly Failure[], at: string): Mismatch {
  const reasons = new Set(
    nearest.map((failure) => failure.map((mismatch) => told(mismatch, at)).join(' and ')),
  );
  const message = `must match one of the alternatives: ${[...reasons].join('; or ')}`;
  return { instancePath: at, keyword, params: { passingSchemas: null }, message };
}

function told({ instancePath, message }: Mismatch, at: string): string {
  const below = instancePath.slice(at.length);
  return below === '' ? message : `${below} ${message}`;
}
