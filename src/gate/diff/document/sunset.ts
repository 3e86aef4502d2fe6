import type { Json } from '../../../contract/json.ts';

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
