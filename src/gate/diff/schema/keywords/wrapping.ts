import type { Schema } from '../../../../contract/types.ts';
import { stripped } from '../alternatives.ts';
import { type Compared, type Pair, told } from '../change.ts';
import type { Group } from '../form.ts';
import { branchChild, keywordOf, overlap, valuesOf } from './branches.ts';

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
  const branches = stripped(fresh);
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
  const branches = stripped(old);
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
