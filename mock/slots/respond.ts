import { isBodyless } from '../../src/contract/body/bodyless.ts';
import { honoured } from '../ask/honoured.ts';
import { sentRequestId } from '../ask/request-id.ts';
import type { Explanation, MockResponse, MockViolation } from '../exchange.ts';
import { explainIn } from '../explain/answer.ts';
import { corsHeaders } from '../http/cors.ts';
import { headerSafe } from '../http/header-text.ts';
import { unprocessable } from '../negotiation/negotiate-invalid.ts';
import { problemBody } from '../problem.ts';
import type { Checked, Choice, Generated, Incoming, Refusal, Routed } from '../types.ts';
import { violationsHeader } from '../validation/violations.ts';

/** What Prism says in the 500 of `--errors`. */
export const errorsText =
  'Your request/response is not valid and the --errors flag is set, so Prism is generating this error for you.';

/** Puts status, headers and body together: with what was violated, what was asked for, and who may read it. */
export function respond(checked: Checked, choice: Choice, generated: Generated): MockResponse {
  const { routed } = checked;
  const { settings, notes } = routed.incoming;
  const violations = bothSides(checked.violations, generated.violations);
  notes.push({ slot: 'generate', text: generated.why });
  const broken = generated.violations.filter(({ severity }) => severity === 'Error');
  if (settings.errors && broken.length > 0) {
    return respondRefusal(
      routed.incoming,
      unprocessable('VIOLATIONS', errorsText, withSide('response', broken)),
      routed,
      violations,
    );
  }
  const headers: Record<string, string> = { ...generated.headers };
  if (routed.operation.deprecated) headers.deprecation = 'true';
  const body = isBodyless(routed.request.method, choice.status) ? undefined : generated.body;
  const explanation: Explanation = {
    ...about(routed.incoming, routed, violations),
    source: generated.source,
    ...(choice.example === undefined ? {} : { example: choice.example.name }),
    ...(choice.mediaType === undefined ? {} : { mediaType: choice.mediaType }),
  };
  return finish(routed.incoming, choice.status, headers, body, explanation);
}

/** Answers with a problem of the mock's own. */
export function respondRefusal(
  incoming: Incoming,
  { problem }: Refusal,
  routed?: Routed,
  violations: readonly MockViolation[] = [],
): MockResponse {
  if (problem.hint !== undefined) incoming.notes.push({ slot: 'negotiate', text: problem.hint });
  const text = problem.detail === '' ? problem.title : `${problem.title}: ${problem.detail}`;
  incoming.notes.push({ slot: 'respond', text });
  const headers = {
    'content-type': 'application/problem+json',
    // No document promises it here, but who looks for a request in the logs of a gateway wants it all the same.
    'x-request-id': sentRequestId(incoming.request.headers) ?? crypto.randomUUID(),
    ...problem.headers,
  };
  const body = incoming.request.method === 'HEAD' ? undefined : problemBody(problem);
  const explanation: Explanation = { ...about(incoming, routed, violations), source: 'problem' };
  return finish(incoming, problem.status, headers, body, explanation);
}

/** The common end of every response: CORS, `sl-violations`, what was applied, the explanation, delay and fault. `headers` are added to. */
export function finish(
  incoming: Incoming,
  status: number,
  headers: Record<string, string>,
  body: Uint8Array | string | undefined,
  explanation: Explanation,
): MockResponse {
  const { settings, preferences, request } = incoming;
  if (settings.echo && headers['x-request-id'] !== undefined && !theirs.has(explanation.source))
    headers['x-request-id'] = sentRequestId(request.headers) ?? headers['x-request-id'];
  if (explanation.violations.length > 0) headers['sl-violations'] = violationsHeader(explanation.violations);
  const applied =
    preferences.applied.length === 0 ? preferences.applied : honoured(preferences, status, explanation);
  if (applied.length > 0)
    headers['preference-applied'] = headerSafe(allApplied(headers['preference-applied'], applied));
  // Who sees a problem of the mock wants to know why without asking again.
  const wanted = preferences.explain ?? (explanation.source === 'problem' ? 'short' : undefined);
  const response = explainIn({ status, headers, body, explanation }, wanted, settings.console);
  const delayMs = preferences.delay ?? settings.latency;
  return {
    ...response,
    headers: settings.cors
      ? { ...corsHeaders(request, response.headers), ...response.headers }
      : response.headers,
    ...(delayMs > 0 || preferences.fault !== undefined
      ? { delivery: { delayMs, fault: preferences.fault } }
      : {}),
  };
}

/** Responses of others: what stands in them is theirs to say. */
const theirs: ReadonlySet<Explanation['source']> = new Set(['implementation', 'upstream']);

/** What an implementation applied, and what the mock did, each once. */
function allApplied(theirs: string | undefined, ours: readonly string[]): string {
  return [...new Set([...(theirs?.split(', ') ?? []), ...ours])].join(', ');
}

let counter = 0;

/** What is known of a request however it ends. */
export function about(
  { notes }: Incoming,
  routed: Routed | undefined,
  violations: readonly MockViolation[],
): Omit<Explanation, 'source'> {
  counter += 1;
  const id = counter.toString(36);
  if (routed === undefined) return { id, violations, notes };
  const { site, operation, pathParameters } = routed;
  return {
    id,
    operation: `${site.contract.id}.${operation.id}`,
    route: `${operation.method} ${operation.path}`,
    pathParameters,
    violations,
    notes,
  };
}

export function bothSides(
  request: readonly MockViolation[],
  response: readonly MockViolation[],
): readonly MockViolation[] {
  if (request.length + response.length === 0) return none;
  return [...withSide('request', request), ...withSide('response', response)];
}

const none: readonly MockViolation[] = [];

function withSide(side: 'request' | 'response', violations: readonly MockViolation[]): MockViolation[] {
  return violations.map((violation) => ({ ...violation, location: [side, ...violation.location] }));
}
