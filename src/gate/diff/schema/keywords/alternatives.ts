import type { Schema } from '../../../../contract/types.ts';
import type { MatchedUp } from '../../match-up.ts';
import { type Change, type Compared, joined, type Pair, type Relation, told } from '../change.ts';
import type { Group } from '../form.ts';
import { matchBranches } from '../match-branches.ts';
import { branchChild, keywordOf, overlap, valuesOf } from './branches.ts';

/** `anyOf` and `oneOf` where both have as many of them; a lone one on one side is judged by `compareWrapping`. */
export function compareAlternatives(pair: Pair): Compared {
  const { old, new: fresh } = pair;
  const found = old.groups.flatMap((group, index) => {
    const other = fresh.groups[index];
    return other ? [compareGroups(group, other, pair)] : [];
  });
  return joined(...found, told(...uneven(pair)));
}

function compareGroups(old: Group, fresh: Group, pair: Pair): Compared {
  const matched = matchBranches(old.branches, fresh.branches, pair);
  const { pairs, removed, added } = matched;
  const { kind } = fresh;
  const keyword = keywordOf(fresh);
  const torn = old.kind === 'one-of' && kind === 'one-of' ? tornBetween(matched, pair) : [];
  return {
    changes: [
      ...switched(old, fresh),
      ...torn,
      ...removed.map((branch) => ({ kind: `${kind}-removed`, keyword, left: valuesOf(branch) }) as const),
      ...added.map((branch) => ({ kind: `${kind}-added`, keyword, entered: valuesOf(branch) }) as const),
    ],
    children: pairs.map(([from, to]) => branchChild(from, to, keyword)),
  };
}

/** A value that fits several alternatives is valid under `anyOf` alone. */
function switched(old: Group, fresh: Group): readonly Change[] {
  if (old.kind === fresh.kind) return [];
  const keyword = keywordOf(fresh);
  return fresh.kind === 'one-of'
    ? [{ kind: 'any-of-became-one-of', keyword, note: 'values that fit several alternatives are refused' }]
    : [{ kind: 'one-of-became-any-of', keyword, entered: 'values that fit several alternatives' }];
}

/** Alternatives of a `oneOf` that are new or allow more, and now share with another what was valid: two fit, none does. */
function tornBetween(
  { pairs, added }: Pick<MatchedUp<Schema>, 'pairs' | 'added'>,
  { relate }: Pair,
): readonly Change[] {
  const grown = pairs.filter(([from, to]) => relate(from, to).wider);
  const rivals = [...added.map((to) => [undefined, to] as const), ...grown];
  return rivals.flatMap(([before, rival]) =>
    pairs
      .filter(([from]) => from !== before && overlaps(relate(from, rival)))
      .map(([, other]) => overlap(other, rival)),
  );
}

/** One takes in the other. */
const overlaps = ({ narrower, wider, unknown }: Relation): boolean => !unknown && !(narrower && wider);

/** More groups on one side than on the other, besides the case of none and one. */
function uneven({ old, new: fresh }: Pair): readonly Change[] {
  const before = old.groups.length;
  const after = fresh.groups.length;
  if (before === after || Math.min(before, after) === 0) return [];
  const values = 'values that fit no alternative';
  const group = (after > before ? fresh : old).groups.at(-1);
  if (!group) return [];
  return after > before
    ? [{ kind: `${group.kind}-removed`, keyword: keywordOf(group), left: values }]
    : [{ kind: `${group.kind}-added`, keyword: keywordOf(group), entered: values }];
}
