import { type Calendar, readSunset } from '../../calendar.ts';
import { compareLives, type Life, type Turn } from '../../deprecation.ts';
import { compareStability } from '../../stability.ts';
import type { Change } from '../change.ts';
import type { Form } from '../form.ts';
import type { Kind } from '../kinds.ts';

/** What a property says of its future: `deprecated`, `x-sunset`, `x-stability-level`. */
export function comparePropertyLife(
  name: string,
  before: Form,
  after: Form,
  calendar: Calendar,
): readonly Change[] {
  return [...deprecation(name, before, after, calendar), ...stability(name, before, after)];
}

const turns = {
  deprecated: 'deprecated',
  'deprecated-until': 'deprecated-with-sunset',
  undated: 'deprecated-sunset-missing',
  'too-soon': 'sunset-date-too-small',
  'no-date': 'deprecated-sunset-invalid',
  reactivated: 'reactivated',
  withdrawn: 'sunset-deleted',
  earlier: 'sunset-date-too-small',
} as const satisfies Record<Turn['turn'], Kind>;

const lifeOf = ({ keywords }: Form): Life => ({
  deprecated: keywords.deprecated === true,
  sunset: readSunset(keywords['x-sunset']),
});

function deprecation(name: string, before: Form, after: Form, calendar: Calendar): readonly Change[] {
  return compareLives(lifeOf(before), lifeOf(after), JSON.stringify(name), calendar).map(
    ({ turn, member, message, expected, actual }) => ({
      kind: turns[turn],
      property: name,
      keyword: member,
      note: message,
      before: expected,
      after: actual,
    }),
  );
}

function stability(name: string, before: Form, after: Form): readonly Change[] {
  const keyword = 'x-stability-level';
  const change = compareStability(before.keywords[keyword], after.keywords[keyword]);
  if (!change) return [];
  const { moved, message: note, expected, actual } = change;
  return [{ kind: `stability-${moved}`, property: name, keyword, note, before: expected, after: actual }];
}
