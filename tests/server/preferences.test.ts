import { expect, test } from 'vitest';
import { addDuration } from '../../src/server/http/duration.ts';
import { readPreferences } from '../../src/server/http/preferences.ts';

const now = new Date('2026-01-31T12:00:00.000Z');

test.each([
  ['P31D', '2026-03-03T12:00:00.000Z'],
  ['PT15M1S', '2026-01-31T12:15:01.000Z'],
  ['PT0.5S', '2026-01-31T12:00:00.500Z'],
  ['P1Y2W', '2027-02-14T12:00:00.000Z'],
])('%s later is %s', (duration, moment) => {
  expect(addDuration(now, duration)?.toISOString()).toBe(moment);
});

test.each(['', 'P', 'PT', 'P1', '31D', 'P1H', 'P-1D', 'P99999999Y', `P${'9'.repeat(400)}D`])(
  '%j is no duration',
  (duration) => {
    expect(addDuration(now, duration)).toBeUndefined();
  },
);

test('a long word is read once, not from each of its letters', () => {
  expect(readPreferences(`${'a'.repeat(1_000_000)} fault=internal-error`, now).fault).toBe('internal-error');
});

test('a clock and a fault can be asked for together, quoted or not', () => {
  const preferences = readPreferences('respond-async, CLOCK="P1D"; x=1, fault=internal-error', now);
  expect(preferences).toEqual({
    now: new Date('2026-02-01T12:00:00.000Z'),
    fault: 'internal-error',
    applied: 'clock=P1D, fault=internal-error',
  });
});
