import { type Change, flipped, type Pair } from '../change.ts';
import { covers, nameTypes, pluralTypes } from '../type-names.ts';
import { textTakesIn } from './as-text.ts';
import { compareFormats } from './formats.ts';

/** `type` and `format`: what kind of value it is. */
export function compareTypes(pair: Pair): readonly Change[] {
  const { old, new: fresh } = pair;
  const lost = missing(old.types, fresh.types);
  const won = missing(fresh.types, old.types);
  if (lost.length === 0 && won.length === 0) return compareFormats(pair);
  const left = lost.filter((type) => !(pair.asText && textTakesIn(type, pair)));
  const entered = won.filter((type) => !(pair.asText && textTakesIn(type, backwards(pair))));
  const isOnlyInText = left.length + entered.length < lost.length + won.length;
  return [
    {
      keyword: 'type',
      left: pluralTypes(left.length > 0 ? left : (old.types ?? ['values'])),
      entered: pluralTypes(entered.length > 0 ? entered : (fresh.types ?? ['values'])),
      note: `${pluralTypes(lost)} travel as text here, and read the same`,
      before: nameTypes(old.types),
      after: nameTypes(fresh.types),
      kind: kindOf(pair, left.length > 0, entered.length > 0, isOnlyInText),
    },
  ];
}

/** Types of the first that the second does not have; `any` where the first says nothing. */
function missing(
  types: ReadonlySet<string> | undefined,
  others: ReadonlySet<string> | undefined,
): readonly string[] {
  if (!others) return [];
  if (!types) return ['values of other types'];
  return [...types].filter((type) => !covers(others, type));
}

function backwards({ old, new: fresh, oldSchema, newSchema, oldForm, newForm, relate, ...rest }: Pair): Pair {
  return {
    ...rest,
    old: fresh,
    new: old,
    oldSchema: newSchema,
    newSchema: oldSchema,
    oldForm: newForm,
    newForm: oldForm,
    relate: (one, other) => flipped(relate(other, one)),
  };
}

function kindOf(
  { old, new: fresh, direction }: Pair,
  narrower: boolean,
  wider: boolean,
  isOnlyInText: boolean,
): Change['kind'] {
  if (narrower && wider) return 'type-changed';
  const isHarmless = direction === 'request' ? !narrower : !wider;
  if (isOnlyInText && isHarmless) return 'type-compatible';
  const isList = (old.typesAreListed || fresh.typesAreListed) && old.types && fresh.types;
  if (isList) return wider ? 'list-of-types-widened' : 'list-of-types-narrowed';
  return wider ? 'type-generalized' : 'type-specialized';
}
