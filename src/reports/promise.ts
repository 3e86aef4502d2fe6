import type { Finding } from '../contract/finding.ts';

/** What a finding says, and where in the contract the promise stands, which automatic checks put behind it in brackets. */
export interface Said {
  readonly text: string;
  /** `auth-v1 POST /login, #/paths/~1login/post/responses/401`; empty when the message names no place. */
  readonly promise: string;
}

/** A place in a contract as `src/checks/wording.ts` writes it: contract, call, pointer. */
const PLACE = /^(.*) \((\S+ [A-Z]+ \/.*?, #\/\S*)\)$/s;

/** Where the criteria that were not met are written, as `file:line:column`; each place once. */
export function writtenPlaces(findings: readonly Finding[]): readonly string[] {
  const places = findings.map(({ location }) => location).filter((place) => /^[^:$#]+:\d+:\d+$/.test(place));
  return [...new Set(places)];
}

/** Takes a message apart, so that a report can name a place once for all findings that share it. */
export function splitPromise(message: string): Said {
  const [, text = message, promise = ''] = PLACE.exec(message) ?? [];
  return { text, promise };
}
