import type { Forced, Preferences } from '../exchange.ts';
import { findResponse } from '../negotiation/find-response.ts';
import { jsonTypeOf } from '../negotiation/json-type.ts';
import type { Behaved, Routed } from '../types.ts';

/** True when it decides the response itself, not only how that is delivered. */
export function forcesResponse({ status, example, body, headers }: Forced): boolean {
  return status !== undefined || example !== undefined || body !== undefined || headers !== undefined;
}

/** The request as if it had asked for what is forced. Its own wishes for delay and fault go first. */
export function withForced(routed: Routed, forced: Forced): Routed {
  const { incoming } = routed;
  const { status, example, delay, fault } = forced;
  const preferences: Preferences = {
    ...(delay === undefined ? {} : { delay }),
    ...(fault === undefined ? {} : { fault }),
    ...incoming.preferences,
    ...(status === undefined ? {} : { code: status }),
    ...(example === undefined ? {} : { example }),
    applied: [...incoming.preferences.applied, ...worded(forced)],
  };
  incoming.notes.push({ slot: 'negotiate', text: `forced from outside: ${worded(forced).join(', ')}` });
  return { ...routed, incoming: { ...incoming, preferences } };
}

/** A body of its own, or a status the document does not know, is sent as it stands. */
export function forcedReply(
  { operation }: Pick<Routed, 'operation'>,
  { status = 200, body, headers, example }: Forced,
): Extract<Behaved, { kind: 'reply' }> | undefined {
  const documented = example !== undefined || findResponse(operation.responses, status) !== undefined;
  if (body === undefined && documented) return undefined;
  const typed = body === undefined ? {} : { 'content-type': jsonTypeOf(operation, status) };
  return {
    kind: 'reply',
    status,
    headers: { ...typed, ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
    why: 'forced from outside',
    source: 'override',
  };
}

function worded({ status, example, delay, fault, body, headers }: Forced): string[] {
  return [
    status === undefined ? [] : `code=${status}`,
    example === undefined ? [] : `example=${/^[\w.~-]+$/.test(example) ? example : JSON.stringify(example)}`,
    delay === undefined ? [] : `delay=${delay}`,
    fault === undefined ? [] : `fault=${fault}`,
    body === undefined ? [] : 'body',
    headers === undefined ? [] : 'headers',
  ].flat();
}
