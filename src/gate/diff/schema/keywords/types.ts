import type { Change, Pair } from '../change.ts';
import { covers, nameTypes } from '../type-names.ts';
import { textTakesIn } from './as-text.ts';
import { compareFormats } from './formats.ts';

/** `type` and `format`: what kind of value it is. */
export function compareTypes(pair: Pair): readonly Change[] {
  const lost = missing(pair.old.types, pair.new.types).filter((type) => !takenIn(type, pair));
  const won = missing(pair.new.types, pair.old.types);
  if (lost.length === 0 && won.length === 0) return compareFormats(pair);
  const change = {
    keyword: 'type',
    left: `values that are ${lost.length > 0 ? lost.join(' or ') : nameTypes(pair.old.types)}`,
    entered: `values that are ${won.length > 0 ? won.join(' or ') : nameTypes(pair.new.types)}`,
    before: nameTypes(pair.old.types),
    after: nameTypes(pair.new.types),
  };
  return [{ ...change, kind: kindOf(pair, lost.length > 0, won.length > 0) }];
}

/** Types of the first that the second does not have; `any` where the first says nothing. */
function missing(
  types: ReadonlySet<string> | undefined,
  others: ReadonlySet<string> | undefined,
): readonly string[] {
  if (!others) return [];
  if (!types) return ['of other types'];
  return [...types].filter((type) => !covers(others, type));
}

const takenIn = (type: string, pair: Pair): boolean => pair.asText && textTakesIn(type, pair);

function kindOf({ old, new: fresh }: Pair, narrower: boolean, wider: boolean): Change['kind'] {
  const isList = Math.max(old.types?.size ?? 0, fresh.types?.size ?? 0) > 1;
  if (narrower && wider) return 'type-changed';
  if (isList && old.types && fresh.types) return wider ? 'list-of-types-widened' : 'list-of-types-narrowed';
  return wider ? 'type-generalized' : 'type-specialized';
}
