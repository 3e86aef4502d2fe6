import { isDeepStrictEqual } from 'node:util';
import { type Calendar, type Sunset, tooSoon } from './calendar.ts';

/** What an operation, a parameter or a property says of its future. */
export interface Life {
  readonly deprecated: boolean;
  readonly sunset: Sunset;
}

/** What was said of it now; each kind of thing has rules of its own for these. */
export interface Turn {
  readonly turn:
    | 'deprecated'
    | 'deprecated-until'
    | 'undated'
    | 'too-soon'
    | 'no-date'
    | 'reactivated'
    | 'withdrawn'
    | 'earlier';
  /** The member that says it. */
  readonly member: 'deprecated' | 'x-sunset';
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
}

/** How the future of something changed. `name` begins sentences: `the operation`. */
export function compareLives(old: Life, fresh: Life, name: string, calendar: Calendar): readonly Turn[] {
  if (old.deprecated && fresh.deprecated) return moved(old.sunset, fresh.sunset, calendar.today);
  if (fresh.deprecated) return begun(fresh.sunset, name, calendar);
  return old.deprecated
    ? [{ turn: 'reactivated', member: 'deprecated', message: `${name} is no longer deprecated` }]
    : [];
}

function begun(sunset: Sunset, name: string, calendar: Calendar): readonly Turn[] {
  const member = 'deprecated';
  const message = `${name} is deprecated`;
  if (sunset.kind === 'date') {
    const early = tooSoon(sunset.date, calendar);
    return [
      { turn: 'deprecated-until', member, message: `${message} and goes on ${sunset.date}` },
      ...(early ? [{ turn: 'too-soon', member, message: early } as const] : []),
    ];
  }
  const untold: Turn =
    sunset.kind === 'none'
      ? { turn: 'undated', member, message: 'clients are not told when it goes' }
      : noDate(sunset.written);
  return [{ turn: 'deprecated', member, message }, untold];
}

const noDate = (written: string): Turn => ({
  turn: 'no-date',
  member: 'x-sunset',
  message: `clients cannot tell when it goes: ${written} is no date`,
});

/** A date that clients were told already was taken back or moved nearer, or may have been. */
function moved(before: Sunset, after: Sunset, today: string): readonly Turn[] {
  if (isDeepStrictEqual(before, after)) return [];
  const member = 'x-sunset';
  if (after.kind === 'wrong') return [noDate(after.written)];
  if (before.kind === 'wrong') {
    const message = `whether it goes earlier than promised cannot be told: until now ${before.written} stood here, which is no date`;
    return [{ turn: 'no-date', member, message }];
  }
  if (before.kind === 'none') return [];
  const promised = `clients were promised that it lasts until ${before.date}`;
  if (after.kind === 'none') return [{ turn: 'withdrawn', member, message: `${promised}, and now nothing` }];
  if (after.date >= before.date || before.date <= today) return [];
  const message = `${promised}, now it goes on ${after.date}`;
  return [{ turn: 'earlier', member, message, expected: before.date, actual: after.date }];
}
