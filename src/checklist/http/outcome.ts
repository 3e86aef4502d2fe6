import type { RawResponse } from '../../contract/types.ts';

/**
 * What came of a request. `unsendable`: it is no valid HTTP request. `unreachable`: nobody listens there. `no-response`: somebody took the request and gave no
 * answer (the connection was dropped, or the time was up). `aborted`: the run was ended.
 */
export type HttpOutcome =
  | { readonly kind: 'response'; readonly response: RawResponse }
  | { readonly kind: 'unsendable'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'no-response'; readonly reason: string }
  | { readonly kind: 'aborted' };
