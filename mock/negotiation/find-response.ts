import type { Operation, Response } from '../../src/contract/types.ts';

/** A documented response and the status it is sent with: a range or `default` has none of its own. */
export interface Found {
  readonly response: Response;
  readonly status: number;
  readonly why: string;
}

type Responses = Operation['responses'];

/** The response for one status: exact, then its range (`4XX`). */
export function responseFor(responses: Responses, status: number): Found | undefined {
  const exact = responses.get(String(status));
  if (exact !== undefined) return { response: exact, status, why: `${status} is documented` };
  const range = `${String(status).charAt(0)}XX`;
  const ranged = responses.get(range);
  return ranged && { response: ranged, status, why: `${status} falls under the documented ${range}` };
}

/** The `default` response, sent with the given status. */
export function defaultResponse(responses: Responses, status: number): Found | undefined {
  const response = responses.get('default');
  return response && { response, status, why: `${status} falls under the documented default` };
}

/** The response documented for a status: itself, then its range, then `default`. */
export function findResponse(responses: Responses, status: number): Found | undefined {
  return responseFor(responses, status) ?? defaultResponse(responses, status);
}

/** What a good request gets when nothing else was asked for: the lowest 2xx, then `default` as 200, then the first listed. */
export function usualResponse(responses: Responses): Found | undefined {
  const lowest = [...responses.keys()].filter((status) => /^2(\d\d|XX)$/.test(status)).sort()[0];
  const success = lowest === undefined ? undefined : responses.get(lowest);
  if (success !== undefined)
    return { response: success, status: firstOf(success.status), why: 'the lowest documented 2xx' };
  const fallback = defaultResponse(responses, 200);
  if (fallback !== undefined) return { ...fallback, why: 'no 2xx is documented, default counts as 200' };
  const first = responses.values().next().value;
  return (
    first && {
      response: first,
      status: firstOf(first.status),
      why: 'no 2xx is documented, this is the first response listed',
    }
  );
}

/** `2XX` → 200; `default` counts as 200. */
export function firstOf(status: string): number {
  return status === 'default' ? 200 : Number(status.replace('XX', '00'));
}
