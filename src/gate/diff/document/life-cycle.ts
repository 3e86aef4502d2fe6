import type { Operation } from '../../../contract/types.ts';
import { type Calendar, readSunset } from '../calendar.ts';
import { compareLives, type Life, type Turn } from '../deprecation.ts';
import { compareStability, rankOf, stabilityLevels } from '../stability.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, type OperationPair, oldPlace, type Told, tell } from './comparison.ts';
import { compareNames } from './operation-names.ts';

/** What an operation says of itself: `deprecated`, `x-sunset`, `x-stability-level`, its id and tags. */
export function compareLifeCycle(pair: OperationPair, { calendar }: Comparison): readonly RawChange[] {
  return [...deprecation(pair, calendar), ...stability(pair), ...compareNames(pair)].map((told) =>
    tell(pair.name, told),
  );
}

const turns = {
  deprecated: 'endpoint-deprecated',
  'deprecated-until': 'endpoint-deprecated-with-sunset',
  undated: 'api-deprecated-sunset-missing',
  'too-soon': 'api-sunset-date-too-small',
  'no-date': 'api-deprecated-sunset-parse',
  reactivated: 'endpoint-reactivated',
  withdrawn: 'sunset-deleted',
  earlier: 'api-sunset-date-changed-too-small',
} as const satisfies Record<Turn['turn'], Told['rule']>;

const lifeOf = ({ deprecated, extensions }: Operation): Life => ({
  deprecated,
  sunset: readSunset(extensions['x-sunset']),
});

function deprecation({ old, new: fresh }: OperationPair, calendar: Calendar): readonly Told[] {
  return compareLives(lifeOf(old), lifeOf(fresh), 'the operation', calendar).map(
    ({ turn, member, ...words }) => ({
      ...words,
      rule: turns[turn],
      place: newPlace(fresh.pointer, member),
      was: oldPlace(old.pointer, member),
    }),
  );
}

function stability({ old, new: fresh }: OperationPair): readonly Told[] {
  const before = old.extensions['x-stability-level'];
  const after = fresh.extensions['x-stability-level'];
  const place = newPlace(fresh.pointer, 'x-stability-level');
  if (rankOf(after) < 0 && before !== after) {
    const message = `clients cannot tell what to expect: ${JSON.stringify(after)} is none of ${stabilityLevels.join(', ')}`;
    return [{ rule: 'api-invalid-stability-level', message, place }];
  }
  const change = compareStability(before, after);
  if (!change) return [];
  const { moved, ...words } = change;
  return [{ ...words, place, rule: `api-stability-${moved}` }];
}

/** `draft` and `alpha` promise nothing yet. */
export const isUnpromised = ({ extensions }: Operation): boolean =>
  ['draft', 'alpha'].includes(String(extensions['x-stability-level']));
