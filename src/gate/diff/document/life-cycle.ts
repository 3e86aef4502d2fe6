import { isDeepStrictEqual } from 'node:util';
import type { Operation } from '../../../contract/types.ts';
import { type Calendar, mended, readSunset, tooSoon } from '../calendar.ts';
import { rankOf, stabilityLevels, stabilityWord } from '../stability.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, type OperationPair, oldPlace, type Told, tell } from './comparison.ts';
import { compareNames } from './operation-names.ts';

/** What an operation says of itself: `deprecated`, `x-sunset`, `x-stability-level`, its id and tags. */
export function compareLifeCycle(pair: OperationPair, { calendar }: Comparison): readonly RawChange[] {
  return [
    ...deprecation(pair, calendar),
    ...sunsets(pair, calendar),
    ...stability(pair),
    ...compareNames(pair),
  ].map((told) => tell(pair.name, told));
}

const sunsetOf = ({ extensions }: Operation) => readSunset(extensions['x-sunset']);

function deprecation({ old, new: fresh }: OperationPair, calendar: Calendar): readonly Told[] {
  const place = newPlace(fresh.pointer, 'deprecated');
  if (old.deprecated === fresh.deprecated) return [];
  if (old.deprecated)
    return [{ rule: 'endpoint-reactivated', message: 'the operation is no longer deprecated', place }];
  const sunset = sunsetOf(fresh);
  const deprecated = 'the operation is deprecated';
  if (sunset.kind === 'date') {
    const early = tooSoon(sunset.date, calendar);
    const message = `${deprecated} and goes on ${sunset.date}`;
    return [
      { rule: 'endpoint-deprecated-with-sunset', message, place },
      ...(early ? [{ rule: 'api-sunset-date-too-small', message: early, place } as const] : []),
    ];
  }
  const told: Told = { rule: 'endpoint-deprecated', message: deprecated, place };
  const untold = 'clients are not told when it goes';
  return sunset.kind === 'none'
    ? [told, { rule: 'api-deprecated-sunset-missing', message: untold, place }]
    : [told];
}

function sunsets({ old, new: fresh }: OperationPair, { today }: Calendar): readonly Told[] {
  const before = sunsetOf(old);
  const after = sunsetOf(fresh);
  const place = newPlace(fresh.pointer, 'x-sunset');
  if (old.deprecated === fresh.deprecated && isDeepStrictEqual(before, after)) return [];
  if (after.kind === 'wrong' && fresh.deprecated) {
    const message = `clients cannot tell when it goes: ${after.written} is no date`;
    return [{ rule: 'api-deprecated-sunset-parse', message, place }];
  }
  if (!old.deprecated || !fresh.deprecated) return [];
  if (before.kind === 'wrong')
    return [{ rule: 'api-deprecated-sunset-parse', message: mended(before.written), place }];
  if (before.kind !== 'date') return [];
  if (after.kind === 'none') {
    const message = `clients were promised that it lasts until ${before.date}, and now nothing`;
    return [{ rule: 'sunset-deleted', message, place, was: oldPlace(old.pointer, 'x-sunset') }];
  }
  if (after.kind !== 'date' || after.date >= before.date || before.date <= today) return [];
  const message = `clients were promised that it lasts until ${before.date}, now it goes on ${after.date}`;
  return [
    { rule: 'api-sunset-date-changed-too-small', message, place, expected: before.date, actual: after.date },
  ];
}

function stability({ old, new: fresh }: OperationPair): readonly Told[] {
  const before = old.extensions['x-stability-level'];
  const after = fresh.extensions['x-stability-level'];
  const place = newPlace(fresh.pointer, 'x-stability-level');
  if (rankOf(after) < 0 && before !== after) {
    const message = `clients cannot tell what to expect: ${JSON.stringify(after)} is none of ${stabilityLevels.join(', ')}`;
    return [{ rule: 'api-invalid-stability-level', message, place }];
  }
  const change = rankOf(after) - rankOf(before);
  if (change === 0 || rankOf(before) < 0 || rankOf(after) < 0) return [];
  const words = { place, expected: stabilityWord(before), actual: stabilityWord(after) };
  const [rule, message] =
    change < 0
      ? (['api-stability-decreased', `clients were promised more: ${words.expected}`] as const)
      : (['api-stability-increased', `clients are promised more: ${words.actual}`] as const);
  return [{ ...words, rule, message }];
}

/** `draft` and `alpha` promise nothing yet. */
export const isUnpromised = ({ extensions }: Operation): boolean =>
  ['draft', 'alpha'].includes(String(extensions['x-stability-level']));
