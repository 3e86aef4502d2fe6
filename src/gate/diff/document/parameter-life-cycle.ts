import { isObject } from '../../../contract/json.ts';
import type { Operation, Parameter } from '../../../contract/types.ts';
import { readSunset, type Sunset } from '../calendar.ts';
import { compareLives, type Turn } from '../deprecation.ts';
import { type Comparison, newPlace, type OperationPair, type Told } from './comparison.ts';
import { placeOfParameter, pointerOfParameter } from './parameter-place.ts';
import type { Side } from './side.ts';

function sunsetOf(parameter: Parameter, operation: Operation, side: Side): Sunset {
  const written = placeOfParameter(parameter, operation, side)?.value;
  return readSunset(isObject(written) ? written['x-sunset'] : undefined);
}

/** Whether a parameter that is gone was announced to go. */
export function removedParameterRule(
  parameter: Parameter,
  operation: Operation,
  { old, calendar }: Comparison,
): Told['rule'] {
  if (!parameter.deprecated) return 'request-parameter-removed';
  const sunset = sunsetOf(parameter, operation, old);
  if (sunset.kind === 'wrong') return 'request-parameter-sunset-parse';
  const isEarly = sunset.kind === 'date' && sunset.date > calendar.today;
  return isEarly ? 'request-parameter-removed-before-sunset' : 'request-parameter-removed-with-deprecation';
}

const turns = {
  deprecated: 'request-parameter-deprecated',
  'deprecated-until': 'request-parameter-deprecated',
  undated: 'request-parameter-deprecated-sunset-missing',
  'too-soon': 'request-parameter-sunset-date-too-small',
  'no-date': 'request-parameter-sunset-parse',
  reactivated: 'request-parameter-reactivated',
  withdrawn: 'request-parameter-sunset-deleted',
  earlier: 'request-parameter-sunset-date-changed-too-small',
} as const satisfies Record<Turn['turn'], Told['rule']>;

/** `deprecated` and `x-sunset` of a parameter that stays. */
export function compareParameterLife(
  old: Parameter,
  fresh: Parameter,
  pair: OperationPair,
  comparison: Comparison,
): readonly Told[] {
  if (!old.deprecated && !fresh.deprecated) return [];
  const pointer = pointerOfParameter(fresh, pair.new, comparison.new);
  const before = { deprecated: old.deprecated, sunset: sunsetOf(old, pair.old, comparison.old) };
  const after = { deprecated: fresh.deprecated, sunset: sunsetOf(fresh, pair.new, comparison.new) };
  return compareLives(before, after, 'it', comparison.calendar).map(({ turn, member, ...words }) => ({
    ...words,
    rule: turns[turn],
    place: newPlace(pointer, member),
  }));
}
