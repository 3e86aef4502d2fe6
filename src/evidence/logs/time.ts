/** Numbers below are seconds since 1970, above milliseconds: 1e11 ms is March 1973, 1e11 s the year 5138. */
const SECONDS_BELOW = 1e11;

/** ISO 8601 of what a logger writes as time: text, seconds or milliseconds since 1970; empty when it is none of these. */
export function isoTime(time: unknown): string {
  const date = toDate(time);
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : '';
}

function toDate(time: unknown): Date | undefined {
  if (typeof time === 'number') return new Date(time < SECONDS_BELOW ? time * 1000 : time);
  // Python's `2026-11-20 10:00:00,123` has a comma where ISO 8601 readers of JavaScript want a dot.
  if (typeof time === 'string') return new Date(time.replace(',', '.'));
  return undefined;
}
