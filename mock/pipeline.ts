import { messageOf } from '../src/node/message-of.ts';
import { forcedReply, forcesResponse, withForced } from './ask/forced.ts';
import { preferenceNames, readPreferences } from './ask/preferences.ts';
import { whyNoSession } from './ask/session.ts';
import type { Forced, MockRequest, MockResponse, Note } from './exchange.ts';
import { credentialsOf } from './explain/credentials.ts';
import { routeHint } from './explain/route-hint.ts';
import { encodeText } from './http/bytes.ts';
import { isPreflight, preflightHeaders } from './http/cors.ts';
import { refuse, refuseByFault } from './problem.ts';
import { about, bothSides, finish, respondRefusal } from './slots/respond.ts';
import type { Behaved, Checked, Incoming, Refusal, Routed, Settings, Site, Slots } from './types.ts';
import { judgeResponse } from './validation/judge-response.ts';

/** What the pipeline runs on: settings, contracts, steps. */
export interface Engine {
  readonly settings: Settings;
  readonly sites: readonly Site[];
  readonly slots: Slots;
  /** What is forced from outside. */
  readonly force?: ((routed: Routed) => Forced | undefined) | undefined;
}

/**
 * From request to response through the seven slots. Never rejects: whatever a request is made of, and whatever breaks, it is
 * answered.
 */
export async function answer(engine: Engine, request: MockRequest): Promise<MockResponse> {
  const notes: Incoming['notes'] = [];
  const asked = readPreferences(request);
  const preferences = 'kind' in asked ? { applied: [] } : asked;
  const incoming: Incoming = { request, preferences, notes, settings: engine.settings };
  try {
    if (engine.settings.cors && isPreflight(request)) return preflight(incoming);
    const routed = engine.slots.route(incoming, engine.sites);
    if (routed.kind === 'refusal') return respondUnrouted(engine, incoming, routed);
    if ('kind' in asked) return respondRefusal(incoming, asked, routed);
    const noSession = whyNoSession(request.headers);
    if (noSession !== undefined)
      return respondRefusal(incoming, refuse('UNPROCESSABLE_ENTITY', noSession), routed);
    if (preferences.unknown !== undefined) notes.push(noteUnknown(preferences.unknown));
    const forced = engine.force?.(routed);
    return await (forced === undefined
      ? answerRouted(engine.slots, routed)
      : answerForced(engine.slots, routed, forced));
  } catch (error) {
    return respondRefusal(incoming, refuse('UNKNOWN', messageOf(error)));
  }
}

function respondUnrouted({ sites }: Engine, incoming: Incoming, refusal: Refusal): MockResponse {
  const hint = refusal.problem.type === 'NO_PATH_MATCHED_ERROR' && routeHint(incoming.request, sites);
  if (hint) incoming.notes.push({ slot: 'route', text: hint });
  return respondRefusal(incoming, refusal);
}

function noteUnknown(names: readonly string[]): Note {
  const known = preferenceNames.join(', ');
  return { slot: 'negotiate', text: `Prefer: ${names.join(', ')} is not known here, only ${known} are` };
}

/** The 204 that every preflight gets. */
export function preflight(incoming: Incoming): MockResponse {
  incoming.notes.push({ slot: 'respond', text: 'a CORS preflight request, answered for every route' });
  const explanation = { ...about(incoming, undefined, []), source: 'empty' } as const;
  return { status: 204, headers: preflightHeaders(incoming.request), body: undefined, explanation };
}

async function answerRouted(slots: Slots, routed: Routed): Promise<MockResponse> {
  const checked = check(slots, routed);
  const behaved = await behave(slots, checked);
  return behaved?.kind === 'reply' ? reply(checked, behaved) : answerChecked(slots, checked, behaved);
}

/** Whatever the request is like: who forces a response wants to see it. What it broke is still told. */
export async function answerForced(slots: Slots, asked: Routed, forced: Forced): Promise<MockResponse> {
  const routed = withForced(asked, forced);
  if (!forcesResponse(forced)) return answerRouted(slots, routed);
  const checked = check(slots, routed);
  const own = forcedReply(routed, forced);
  if (own !== undefined) return reply(checked, own);
  const response = await answerChecked(slots, checked, undefined, { ...checked, violations: [] });
  return { ...response, headers: { ...response.headers, ...forced.headers } };
}

/** The last three slots, for a request that was held against the contract. */
export async function answerChecked(
  slots: Slots,
  checked: Checked,
  behaved?: Behaved,
  negotiated = checked,
): Promise<MockResponse> {
  const { incoming } = checked.routed;
  const refused = (refusal: Refusal) =>
    respondRefusal(incoming, refusal, checked.routed, bothSides(checked.violations, []));
  const choice = slots.negotiate(negotiated, behaved);
  if (choice.kind === 'refusal') {
    const { code, byFault } = incoming.preferences;
    const missing = byFault === true && code !== undefined && choice.problem.type === 'NOT_FOUND';
    return refused(missing ? refuseByFault(code) : choice);
  }
  incoming.notes.push({ slot: 'negotiate', text: choice.why });
  const generating = slots.generate(checked, choice);
  const generated = 'then' in generating ? await generating : generating;
  return 'kind' in generated ? refused(generated) : slots.respond(checked, choice, generated);
}

/** Authentication and validation; the notes say what they found. */
export function check(slots: Slots, routed: Routed): Checked {
  const { notes } = routed.incoming;
  notes.push({ slot: 'route', text: routed.operation.id });
  const authentication = slots.authenticate(routed);
  const validation = slots.validate(routed);
  const violations =
    authentication.violations.length === 0
      ? validation.violations
      : [...authentication.violations, ...validation.violations];
  if (authentication.refuse === 401)
    notes.push({ slot: 'authenticate', text: `needs ${credentialsOf(routed.operation)}` });
  else
    for (const { message } of authentication.violations) notes.push({ slot: 'authenticate', text: message });
  for (const { message } of validation.violations) notes.push({ slot: 'validate', text: message });
  return { routed, authentication, validation, violations };
}

/**
 * The first behaviour that has an answer. A forced response (`code`, `example`) is for the document to give, and a bad
 * request is asked only of a behaviour that judges requests itself.
 */
async function behave({ behave: behaviours }: Slots, checked: Checked): Promise<Behaved | undefined> {
  const { preferences, notes } = checked.routed.incoming;
  if (behaviours.length === 0) return undefined;
  const { code, byFault = false, example, dynamic } = preferences;
  const forced = (code !== undefined && !byFault) || example !== undefined || dynamic !== undefined;
  const bad = byFault || checked.violations.some(({ severity }) => severity === 'Error');
  for (const behaviour of behaviours) {
    if (forced && behaviour.preferring !== true) continue;
    if (bad && behaviour.claims?.(checked.routed) !== true) continue;
    const answering = behaviour.answer(checked);
    const behaved = answering !== undefined && 'then' in answering ? await answering : answering;
    if (behaved === undefined) continue;
    notes.push({ slot: 'behave', text: behaved.why });
    return behaved;
  }
  return undefined;
}

/** What an implementation answered, as it stands, held against the contract. */
function reply(
  checked: Checked,
  { status, headers, body, source = 'implementation' }: Extract<Behaved, { kind: 'reply' }>,
): MockResponse {
  const { routed } = checked;
  const bytes = typeof body === 'string' ? encodeText(body) : body;
  const found = judgeResponse(checked, { status, headers, body: bytes });
  const explanation = { ...about(routed.incoming, routed, bothSides(checked.violations, found)), source };
  return finish(routed.incoming, status, { ...headers }, body, explanation);
}
