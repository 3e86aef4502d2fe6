import type { Schema } from '../../../../contract/types.ts';
import type { MatchedUp } from '../../match-up.ts';
import { stripped } from '../alternatives.ts';
import { type Change, type Child, type Compared, joined, type Pair, type Relation, told } from '../change.ts';
import type { Group } from '../form.ts';
import { branchName, matchBranches } from '../match-branches.ts';

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
  const switched: Change[] =
    old.kind === kind
      ? []
      : [
          kind === 'one-of'
            ? {
                kind: 'any-of-became-one-of',
                keyword,
                note: 'values that fit several alternatives are refused',
              }
            : { kind: 'one-of-became-any-of', keyword, entered: 'values that fit several alternatives' },
        ];
  return {
    changes: [
      ...switched,
      ...torn,
      ...removed.map((branch) => ({ kind: `${kind}-removed`, keyword, left: valuesOf(branch) }) as const),
      ...added.map((branch) => ({ kind: `${kind}-added`, keyword, entered: valuesOf(branch) }) as const),
    ],
    children: pairs.map(([from, to]) => branchChild(from, to, keyword)),
  };
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

function overlap(alternative: Schema, rival: Schema): Change {
  const name = branchName(rival);
  const values = `${valuesOf(alternative)} that fit ${name ? `the alternative ${name}` : 'another one'}, too,`;
  return { kind: 'one-of-overlap', keyword: 'oneOf', left: values };
}

const branchChild = (old: Schema, fresh: Schema, keyword: string): Child => {
  const name = branchName(fresh) ?? branchName(old);
  return { old, new: fresh, step: name ? `${keyword}(${name})` : keyword, inPlace: true };
};

const keywordOf = ({ kind }: Group): 'anyOf' | 'oneOf' => (kind === 'any-of' ? 'anyOf' : 'oneOf');

function valuesOf(branch: Schema): string {
  const name = branchName(branch);
  return name ? `values of the alternative ${name}` : 'values of an alternative';
}

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

/** A plain schema on one side, alternatives on the other. Undefined where that is not so. */
export function compareWrapping(pair: Pair): Compared | undefined {
  const { old, new: fresh } = pair;
  const [group] = fresh.groups;
  if (old.groups.length === 0 && fresh.groups.length === 1 && group) return wrapped(pair, group);
  const [former] = old.groups;
  if (old.groups.length === 1 && fresh.groups.length === 0 && former) return unwrapped(pair, former);
  return undefined;
}

function wrapped({ oldSchema, new: fresh, relate, direction }: Pair, group: Group): Compared {
  const keyword = keywordOf(group);
  const branches = stripped(fresh, group);
  const [home, ...rivals] = branches.filter((branch) => {
    const { narrower, unknown } = relate(oldSchema, branch.whole);
    return !narrower && !unknown;
  });
  const isTorn = rivals.length > 0 && group.kind === 'one-of';
  const named = {
    keyword,
    left: isTorn
      ? 'values that fit several alternatives, where one is asked for,'
      : 'values that fit no alternative',
    entered: 'values of the alternatives',
  };
  const others = branches.filter((branch) => branch !== home && escapes(branch.whole, oldSchema, relate));
  if (!home && others.length === 0) return told({ kind: `${group.kind}-removed`, keyword, left: named.left });
  if (!home || isTorn) return told({ ...named, kind: 'wrapped-in-one-of' });
  const within =
    group.kind === 'one-of' ? branches.filter((branch) => branch !== home && !others.includes(branch)) : [];
  return {
    changes: [
      ...within.map(({ own }) => overlap(home.own, own)),
      ...others.map(({ own }) => ({ kind: `${group.kind}-added`, keyword, entered: valuesOf(own) }) as const),
    ],
    children:
      direction === 'response' || others.length === 0 ? [branchChild(oldSchema, home.whole, keyword)] : [],
  };
}

/** Whether a schema allows what another does not. */
function escapes(schema: Schema, other: Schema, relate: Pair['relate']): boolean {
  const { wider, unknown } = relate(other, schema);
  return wider || unknown;
}

function unwrapped({ newSchema, old, relate }: Pair, group: Group): Compared {
  const keyword = keywordOf(group);
  const branches = stripped(old, group);
  const homeless = branches.filter(({ whole }) => {
    const { narrower, unknown } = relate(whole, newSchema);
    return narrower || unknown;
  });
  const home = branches.find(({ whole }) => !escapes(newSchema, whole, relate));
  if (home) {
    return {
      changes: homeless
        .filter((branch) => branch !== home)
        .map(({ own }) => ({ kind: `${group.kind}-removed`, keyword, left: valuesOf(own) }) as const),
      children: [branchChild(home.whole, newSchema, keyword)],
    };
  }
  if (homeless.length === 0)
    return told({ kind: `${group.kind}-added`, keyword, entered: 'values that fit no alternative' });
  const words = { left: 'values of the alternatives', entered: 'values that fit no alternative' };
  return told({ ...words, kind: 'unwrapped-from-one-of', keyword });
}
