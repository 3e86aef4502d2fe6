import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../../../contract/json.ts';
import type { Operation, Parameter } from '../../../contract/types.ts';
import { type Calendar, mended, readSunset, type Sunset, tooSoon } from '../calendar.ts';
import { type Comparison, newPlace, type OperationPair, type Told } from './comparison.ts';
import { placeOfParameter } from './parameter-place.ts';
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

/** `deprecated` and `x-sunset` of a parameter that stays. */
export function compareParameterLife(
  old: Parameter,
  fresh: Parameter,
  pair: OperationPair,
  comparison: Comparison,
): readonly Told[] {
  if (!old.deprecated && !fresh.deprecated) return [];
  const pointer = placeOfParameter(fresh, pair.new, comparison.new)?.pointer ?? pair.new.pointer;
  const before = sunsetOf(old, pair.old, comparison.old);
  const after = sunsetOf(fresh, pair.new, comparison.new);
  return old.deprecated && fresh.deprecated
    ? sunsets(before, after, pointer, comparison.calendar.today)
    : deprecation(fresh.deprecated, after, pointer, comparison.calendar);
}

function deprecation(isNow: boolean, sunset: Sunset, pointer: string, calendar: Calendar): readonly Told[] {
  const place = newPlace(pointer, 'deprecated');
  if (!isNow)
    return [{ rule: 'request-parameter-reactivated', message: 'it is no longer deprecated', place }];
  const until = sunset.kind === 'date' ? ` and goes on ${sunset.date}` : '';
  const deprecated: Told = {
    rule: 'request-parameter-deprecated',
    message: `it is deprecated${until}`,
    place,
  };
  if (sunset.kind === 'date') {
    const early = tooSoon(sunset.date, calendar);
    return early
      ? [deprecated, { rule: 'request-parameter-sunset-date-too-small', message: early, place }]
      : [deprecated];
  }
  return [deprecated, sunset.kind === 'none' ? missing(pointer) : wrong(sunset.written, pointer)];
}

const missing = (pointer: string): Told => ({
  rule: 'request-parameter-deprecated-sunset-missing',
  message: 'clients are not told when it goes',
  place: newPlace(pointer, 'deprecated'),
});

const wrong = (written: string, pointer: string): Told => ({
  rule: 'request-parameter-sunset-parse',
  message: `clients cannot tell when it goes: ${written} is no date`,
  place: newPlace(pointer, 'x-sunset'),
});

function sunsets(before: Sunset, after: Sunset, pointer: string, today: string): readonly Told[] {
  if (isDeepStrictEqual(before, after)) return [];
  const place = newPlace(pointer, 'x-sunset');
  if (after.kind === 'wrong') return [wrong(after.written, pointer)];
  if (before.kind === 'wrong')
    return [{ rule: 'request-parameter-sunset-parse', message: mended(before.written), place }];
  if (before.kind !== 'date') return [];
  if (after.kind === 'none') {
    const message = `clients were promised that it lasts until ${before.date}, and now nothing`;
    return [{ rule: 'request-parameter-sunset-deleted', message, place }];
  }
  if (after.date >= before.date || before.date <= today) return [];
  const message = `clients were promised that it lasts until ${before.date}, now it goes on ${after.date}`;
  return [{ rule: 'request-parameter-sunset-date-changed-too-small', message, place }];
}
