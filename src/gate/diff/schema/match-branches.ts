import { isObject } from '../../../contract/json.ts';
import type { Schema } from '../../../contract/types.ts';
import { type MatchedUp, matchUp } from '../match-up.ts';
import { flipped, type Pair } from './change.ts';
import { sameTypes } from './type-names.ts';

type Test = (old: Schema, fresh: Schema) => boolean;

/**
 * Says which alternative became which: the same name first, then what means the same, then the same title or types, then
 * the only ones left. An unnamed alternative that another takes in is not missed; a named one is, because typed clients
 * know it by its name.
 */
export function matchBranches(
  old: readonly Schema[],
  fresh: readonly Schema[],
  pair: Pair,
): MatchedUp<Schema> {
  const { pairs, removed, added } = matchUp(old, fresh, tests(pair));
  return {
    pairs,
    removed: removed.filter((branch) => branchName(branch) || !isTakenIn(branch, fresh, pair.relate)),
    added: added.filter(
      (branch) =>
        branchName(branch) || !isTakenIn(branch, old, (one, other) => flipped(pair.relate(other, one))),
    ),
  };
}

function tests({ differ, unchanged, oldForm, newForm }: Pair): readonly Test[] {
  return [
    (old, fresh) => branchName(old) !== undefined && branchName(old) === branchName(fresh),
    (old, fresh) => isPlain(old, fresh) && unchanged(old, fresh),
    (old, fresh) => isPlain(old, fresh) && !differ(old, fresh),
    (old, fresh) => isPlain(old, fresh) && titleOf(old) !== undefined && titleOf(old) === titleOf(fresh),
    (old, fresh) =>
      isPlain(old, fresh) &&
      isScalar(oldForm(old).types) &&
      sameTypes(oldForm(old).types, newForm(fresh).types),
    (old, fresh) => isPlain(old, fresh) && sameTypes(oldForm(old).types, newForm(fresh).types),
  ];
}

/** Two alternatives with names of their own that differ are two, whatever they say. */
const isPlain = (old: Schema, fresh: Schema): boolean => !(branchName(old) && branchName(fresh));

const isScalar = (types: ReadonlySet<string> | undefined): boolean =>
  types !== undefined && !types.has('object') && !types.has('array');

const titleOf = (schema: Schema): unknown => (isObject(schema) ? schema.title : undefined);

/** The last step of its reference: `#/components/schemas/Cat` → `Cat`. */
export function branchName(schema: Schema): string | undefined {
  const reference = isObject(schema) ? schema.$ref : undefined;
  return typeof reference === 'string' ? reference.slice(reference.lastIndexOf('/') + 1) : undefined;
}

function isTakenIn(branch: Schema, others: readonly Schema[], relate: Pair['relate']): boolean {
  return others.some((other) => {
    const { narrower, unknown } = relate(branch, other);
    return !narrower && !unknown;
  });
}
