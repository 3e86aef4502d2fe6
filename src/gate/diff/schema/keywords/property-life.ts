import { type Calendar, mended, readSunset, type Sunset, tooSoon } from '../../calendar.ts';
import { rankOf, stabilityWord } from '../../stability.ts';
import type { Change } from '../change.ts';
import type { Form } from '../form.ts';

/** What a property says of its future: `deprecated`, `x-sunset`, `x-stability-level`. */
export function comparePropertyLife(
  name: string,
  before: Form,
  after: Form,
  calendar: Calendar,
): readonly Change[] {
  return [...deprecation(name, before, after, calendar), ...stability(name, before, after)];
}

function deprecation(name: string, before: Form, after: Form, calendar: Calendar): readonly Change[] {
  const was = before.keywords.deprecated === true;
  const is = after.keywords.deprecated === true;
  if (was && is) return earlier(name, before, after, calendar);
  if (was === is) return [];
  const note = `${JSON.stringify(name)} is ${is ? 'now' : 'no longer'} deprecated`;
  const change = { property: name, keyword: 'deprecated' } as const;
  if (!is) return [{ ...change, kind: 'reactivated', note }];
  const sunset = readSunset(after.keywords['x-sunset']);
  if (sunset.kind === 'date') {
    const dated = `${note} and goes on ${sunset.date}`;
    const early = tooSoon(sunset.date, calendar);
    return [
      { ...change, kind: 'deprecated-with-sunset', note: dated },
      ...(early ? [{ ...change, kind: 'sunset-date-too-small', note: early } as const] : []),
    ];
  }
  return [
    { ...change, kind: 'deprecated', note },
    { ...change, ...undated(sunset) },
  ];
}

/** A date that clients were told already moved nearer, or may have. */
function earlier(name: string, before: Form, after: Form, { today }: Calendar): readonly Change[] {
  const [old, fresh] = [readSunset(before.keywords['x-sunset']), readSunset(after.keywords['x-sunset'])];
  if (old.kind === 'wrong' && fresh.kind !== 'wrong') {
    const note = mended(old.written);
    return [{ kind: 'deprecated-sunset-invalid', property: name, keyword: 'x-sunset', note }];
  }
  if (old.kind !== 'date' || fresh.kind !== 'date') return [];
  if (fresh.date >= old.date || old.date <= today) return [];
  const note = `clients were promised that it lasts until ${old.date}, now it goes on ${fresh.date}`;
  return [{ kind: 'sunset-date-too-small', property: name, keyword: 'x-sunset', note }];
}

function undated(sunset: Exclude<Sunset, { kind: 'date' }>): Pick<Change, 'kind' | 'note'> {
  return sunset.kind === 'wrong'
    ? {
        kind: 'deprecated-sunset-invalid',
        note: `clients cannot tell when it goes: ${sunset.written} is no date`,
      }
    : { kind: 'deprecated-sunset-missing', note: 'clients are not told when it goes' };
}

function stability(name: string, before: Form, after: Form): readonly Change[] {
  const keyword = 'x-stability-level';
  const [old, fresh] = [before.keywords[keyword], after.keywords[keyword]];
  const change = rankOf(fresh) - rankOf(old);
  if (change === 0 || rankOf(old) < 0 || rankOf(fresh) < 0) return [];
  const words = { property: name, keyword, before: stabilityWord(old), after: stabilityWord(fresh) } as const;
  return change < 0
    ? [{ ...words, kind: 'stability-decreased', note: `clients were promised more: ${words.before}` }]
    : [{ ...words, kind: 'stability-increased', note: `clients are promised more: ${words.after}` }];
}
