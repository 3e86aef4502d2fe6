import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../../contract/json.ts';
import type { Operation } from '../../../contract/types.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, type OperationPair, type Told, tell } from './comparison.ts';
import { readSunset } from './sunset.ts';

const ranks = ['draft', 'alpha', 'beta', 'stable'];

/** What an operation says of itself: `deprecated`, `x-sunset`, `x-stability-level`, its id and tags. */
export function compareLifeCycle(pair: OperationPair, { today }: Comparison): readonly RawChange[] {
  return [...deprecation(pair), ...sunsets(pair, today), ...stability(pair), ...names(pair)].map((told) =>
    tell(pair.name, told),
  );
}

const sunsetOf = ({ extensions }: Operation) => readSunset(extensions['x-sunset']);

function deprecation({ old, new: fresh }: OperationPair): readonly Told[] {
  const place = newPlace(fresh.pointer, 'deprecated');
  if (old.deprecated === fresh.deprecated) return [];
  if (old.deprecated)
    return [{ rule: 'endpoint-reactivated', message: 'the operation is no longer deprecated', place }];
  const sunset = sunsetOf(fresh);
  if (sunset.kind === 'date') {
    const message = `the operation is deprecated and goes on ${sunset.date}`;
    return [{ rule: 'endpoint-deprecated-with-sunset', message, place }];
  }
  return [
    { rule: 'endpoint-deprecated', message: 'the operation is deprecated', place },
    ...(sunset.kind === 'none'
      ? [
          {
            rule: 'api-deprecated-sunset-missing',
            message: 'clients are not told when it goes',
            place,
          } as const,
        ]
      : []),
  ];
}

function sunsets({ old, new: fresh }: OperationPair, today: string): readonly Told[] {
  const before = sunsetOf(old);
  const after = sunsetOf(fresh);
  const place = newPlace(fresh.pointer, 'x-sunset');
  if (old.deprecated === fresh.deprecated && isDeepStrictEqual(before, after)) return [];
  if (after.kind === 'wrong' && fresh.deprecated) {
    const message = `clients cannot tell when it goes: ${after.written} is no date`;
    return [{ rule: 'api-deprecated-sunset-parse', message, place }];
  }
  if (!old.deprecated || !fresh.deprecated || before.kind !== 'date') return [];
  if (after.kind === 'none') {
    const message = `clients were promised that it lasts until ${before.date}, and now nothing`;
    return [{ rule: 'sunset-deleted', message, place }];
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
    const message = `clients cannot tell what to expect: ${JSON.stringify(after)} is none of ${ranks.join(', ')}`;
    return [{ rule: 'api-invalid-stability-level', message, place }];
  }
  const change = rankOf(after) - rankOf(before);
  if (change === 0 || rankOf(before) < 0 || rankOf(after) < 0) return [];
  const words = { place, expected: levelWord(before), actual: levelWord(after) };
  return change < 0
    ? [
        {
          ...words,
          rule: 'api-stability-decreased',
          message: `clients were promised more: ${words.expected}`,
        },
      ]
    : [{ ...words, rule: 'api-stability-increased', message: `clients are promised more: ${words.actual}` }];
}

/** `draft` and `alpha` promise nothing yet. */
export const isUnpromised = ({ extensions }: Operation): boolean =>
  ['draft', 'alpha'].includes(String(extensions['x-stability-level']));

/** An operation that says nothing is stable. -1: no level that exists. */
const rankOf = (level: Json | undefined): number =>
  level === undefined ? ranks.length - 1 : typeof level === 'string' ? ranks.indexOf(level) : -1;

const levelWord = (level: Json | undefined): string => (typeof level === 'string' ? level : 'stable');

function names({ old, new: fresh }: OperationPair): readonly Told[] {
  const told: Told[] = [];
  const isNamed = ({ id, method, path }: Operation): boolean => id !== `${method} ${path}`;
  if (old.id !== fresh.id && isNamed(old)) {
    const message = `generated clients call it ${JSON.stringify(fresh.id)} instead of ${JSON.stringify(old.id)}`;
    told.push({ rule: 'api-operation-id-removed', message, place: newPlace(fresh.pointer, 'operationId') });
  } else if (old.id !== fresh.id && isNamed(fresh)) {
    const message = `generated clients call it ${JSON.stringify(fresh.id)}`;
    told.push({ rule: 'api-operation-id-added', message, place: newPlace(fresh.pointer, 'operationId') });
  }
  const place = newPlace(fresh.pointer, 'tags');
  for (const tag of fresh.tags.filter((tag) => !old.tags.includes(tag)))
    told.push({ rule: 'api-tag-added', message: `the tag ${JSON.stringify(tag)} is new`, place });
  for (const tag of old.tags.filter((tag) => !fresh.tags.includes(tag)))
    told.push({ rule: 'api-tag-removed', message: `the tag ${JSON.stringify(tag)} is gone`, place });
  return told;
}
