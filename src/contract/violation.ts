import type { Violation } from './types.ts';

/** A violation: an error at the place itself, of nothing that could be shown, unless `more` says otherwise. */
export function violation(
  place: Violation['in'],
  keyword: string,
  message: string,
  more: Partial<Omit<Violation, 'in' | 'keyword' | 'message'>> = {},
): Violation {
  return { in: place, path: [], keyword, params: {}, message, input: undefined, severity: 'error', ...more };
}
