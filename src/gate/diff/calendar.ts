import type { Json } from '../../contract/json.ts';

/** What dates are held against. */
export interface Calendar {
  /** ISO date. */
  readonly today: string;
  /** Who deprecates says when it goes, and gives clients at least so many days. Undefined: no such policy. */
  readonly noticeDays?: number | undefined;
}

/** When something goes: an ISO date, nothing said, or a value that is no date. */
export type Sunset =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'wrong'; readonly written: string };

/** Reads `x-sunset`: an ISO 8601 date, with or without a time (RFC 8594 names the idea, not the document's spelling). */
export function readSunset(value: Json | undefined): Sunset {
  if (value === undefined || value === null) return { kind: 'none' };
  const date = typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(value)?.[0] : undefined;
  if (date !== undefined && !Number.isNaN(Date.parse(date))) return { kind: 'date', date };
  return { kind: 'wrong', written: JSON.stringify(value) };
}

const millisecondsOfDay = 86_400_000;

/**
 * Says why clients do not get the notice they were promised; undefined when they do. The days that are left stay unsaid:
 * tomorrow the change has to be the same, for a waiver knows it by its words.
 */
export function tooSoon(sunset: string, { today, noticeDays = 0 }: Calendar): string | undefined {
  const days = Math.round((Date.parse(sunset) - Date.parse(today)) / millisecondsOfDay);
  if (days >= noticeDays) return undefined;
  if (days < 0) return `clients get no notice: it went on ${sunset}`;
  return `clients are promised ${noticeDays} days of notice and get fewer: it goes on ${sunset}`;
}
