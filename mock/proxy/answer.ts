import { messageOf } from '../../src/node/message-of.ts';
import { forcesResponse, withForced } from '../ask/forced.ts';
import { readPreferences } from '../ask/preferences.ts';
import type { MockRequest, MockResponse, MockViolation } from '../exchange.ts';
import { isPreflight } from '../http/cors.ts';
import { ownProblem, unprocessable } from '../negotiation/negotiate-invalid.ts';
import { answerChecked, answerForced, check, type Engine, preflight } from '../pipeline.ts';
import { refuse } from '../problem.ts';
import { about, bothSides, errorsText, finish, respondRefusal } from '../slots/respond.ts';
import type { Checked, Incoming, Refusal, Routed } from '../types.ts';
import { judgeResponse } from '../validation/judge-response.ts';
import type { Forward, UpstreamResponse } from './forward.ts';

/**
 * Forwards a request and holds both messages against the contract. With `errors` a bad request is refused instead of
 * forwarded, and a bad response replaced by a 500. What the upstream does not implement (501) is mocked.
 */
export async function answerByUpstream(
  engine: Engine,
  forward: Forward,
  request: MockRequest,
): Promise<MockResponse> {
  const asked = readPreferences(request);
  const preferences = 'kind' in asked ? { applied: [] } : asked;
  const incoming: Incoming = { request, preferences, notes: [], settings: engine.settings };
  try {
    if (engine.settings.cors && isPreflight(request)) return preflight(incoming);
    const routed = engine.slots.route(incoming, engine.sites);
    if (routed.kind === 'refusal') return await unknownRoute(incoming, routed, forward);
    return await knownRoute(engine, routed, forward);
  } catch (error) {
    return respondRefusal(incoming, refuse('UNKNOWN', messageOf(error)));
  }
}

const routeNotFound: MockViolation = {
  location: [],
  severity: 'Warning',
  message: 'Selected route not found',
};

async function unknownRoute(incoming: Incoming, refusal: Refusal, forward: Forward): Promise<MockResponse> {
  if (incoming.settings.errors) return respondRefusal(incoming, refusal);
  const upstream = await send(incoming.request, forward);
  const violations = bothSides([routeNotFound], []);
  if ('kind' in upstream) return respondRefusal(incoming, upstream, undefined, violations);
  return deliver(incoming, upstream, { ...about(incoming, undefined, violations), source: 'upstream' });
}

async function knownRoute({ slots, force }: Engine, asked: Routed, forward: Forward): Promise<MockResponse> {
  const forced = force?.(asked);
  if (forced !== undefined && forcesResponse(forced)) return answerForced(slots, asked, forced);
  const routed = forced === undefined ? asked : withForced(asked, forced);
  const { incoming, request, operation } = routed;
  const checked = check(slots, routed);
  const found = bothSides(checked.violations, []);
  if (incoming.settings.errors && checked.violations.some(isError)) {
    return respondRefusal(incoming, refusalFor(checked), routed, found);
  }
  const upstream = await send(request, forward);
  if ('kind' in upstream) return respondRefusal(incoming, upstream, routed, found);
  if (upstream.status === 501) {
    incoming.notes.push({ slot: 'behave', text: 'the upstream does not implement it, so it is mocked' });
    return answerChecked(slots, checked);
  }
  if (operation.deprecated) upstream.headers.deprecation ??= 'true';
  return judged(checked, upstream);
}

/** Prism's own problem, never a documented one; an unsupported media type counts as any other violation. */
function refusalFor(checked: Checked): Refusal {
  return checked.authentication.refuse === undefined
    ? ownProblem({ ...checked, validation: { ...checked.validation, violations: [] } })
    : ownProblem(checked);
}

function judged(checked: Checked, upstream: UpstreamResponse): MockResponse {
  const { incoming } = checked.routed;
  const violations = judgeResponse(checked, upstream);
  const all = bothSides(checked.violations, violations);
  if (incoming.settings.errors && violations.some(isError)) {
    const broken = bothSides([], violations.filter(isError));
    return respondRefusal(incoming, unprocessable('VIOLATIONS', errorsText, broken), checked.routed, all);
  }
  return deliver(incoming, upstream, { ...about(incoming, checked.routed, all), source: 'upstream' });
}

function isError({ severity }: MockViolation): boolean {
  return severity === 'Error';
}

async function send(request: MockRequest, forward: Forward): Promise<UpstreamResponse | Refusal> {
  const { method, body } = request;
  if ((method === 'GET' || method === 'HEAD') && body !== undefined && body.length > 0) {
    return refuse('PROXY_UNSUPPORTED_REQUEST_BODY', '');
  }
  const upstream = await forward(request);
  return 'failure' in upstream ? refuse('UPSTREAM_UNREACHABLE', upstream.failure) : upstream;
}

function deliver(
  incoming: Incoming,
  { status, headers, cookies, body }: UpstreamResponse,
  explanation: MockResponse['explanation'],
): MockResponse {
  const response = finish(incoming, status, headers, body, explanation);
  return cookies.length === 0 ? response : { ...response, cookies };
}
