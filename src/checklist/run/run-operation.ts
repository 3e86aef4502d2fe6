import type { Finding } from '../../contract/finding.ts';
import type { RawResponse } from '../../contract/types.ts';
import { turnEnd } from '../../node/turn-end.ts';
import type { Call, Scope } from '../expressions/types.ts';
import type { HttpOutcome } from '../http/outcome.ts';
import { ignoredPreferences } from '../http/preference.ts';
import { readBody } from '../http/read-body.ts';
import { type Built, buildRequest } from '../request/build-request.ts';
import type { Checklist, OperationCall, Step } from '../types.ts';
import { type CheckState, forgive } from './check-state.ts';
import { broken, type Stop, skipped } from './outcome.ts';

/** What a call came to: the message pair that expressions see, or why the check stops here. */
export interface Called {
  readonly call?: Call;
  /** The call itself failed: no answer came. */
  readonly findings: readonly Finding[];
  readonly stop?: Stop;
}

/** One request as it is sent: whose it is and under what name it is recorded. */
export interface Sending {
  readonly step: Step;
  readonly call: OperationCall;
  readonly checklist: Checklist;
  /** The step id, after those of the steps that called its workflow. */
  readonly label: string;
}

/** Sends the request of a step, records the exchange and has it judged by the automatic checks. */
export async function runOperation(sending: Sending, scope: Scope, state: CheckState): Promise<Called> {
  const { step, call, label } = sending;
  const { session } = state;
  const base = session.target.baseUrl(call.source)?.replace(/\/+$/, '');
  if (base === undefined)
    return stopped(
      skipped(`the target has no base URL for the contract "${call.source}": name it with --target`),
    );
  const known = session.dead.get(base);
  if (known !== undefined) return stopped({ kind: 'unreachable', base, reason: known });
  const missing: string[] = [];
  const built = buildRequest(call, base, scope, missing);
  if ('failure' in built) return stopped(broken(`step ${label}: ${built.failure}`));
  if (missing.length > 0) return stopped(broken(`step ${label} cannot be sent: ${noValue(missing)}`));
  await turnEnd();
  const startedAt = new Date();
  const from = performance.now();
  const request = { ...built.raw, url: built.url };
  const outcome = await session.client.send(request, step.timeoutMs ?? session.timeoutMs);
  const timing = { startedAt: startedAt.toISOString(), durationMs: performance.now() - from };
  return conclude({ ...sending, base, built, timing, state }, outcome);
}

interface Sent extends Sending {
  readonly base: string;
  readonly built: Built;
  readonly timing: { readonly startedAt: string; readonly durationMs: number };
  readonly state: CheckState;
}

function conclude(sent: Sent, outcome: HttpOutcome): Called {
  const { built, base, label } = sent;
  if (outcome.kind === 'aborted') return stopped(skipped('the run was ended before this check was finished'));
  if (outcome.kind === 'unsendable')
    return stopped(broken(`step ${label} cannot be sent: ${outcome.reason}`));
  if (outcome.kind === 'unreachable') return stopped({ kind: 'unreachable', base, reason: outcome.reason });
  if (outcome.kind === 'no-response') {
    record(sent, undefined, undefined);
    const message = `${built.raw.method} ${built.url}: ${outcome.reason}`;
    const finding = {
      id: 'no-response',
      message,
      location: built.url,
      step: label,
      expected: 'a response',
      actual: outcome.reason,
    };
    return { call: built.view, findings: [finding] };
  }
  return answered(sent, outcome.response);
}

function answered(sent: Sent, response: RawResponse): Called {
  const { built, call, label, state } = sent;
  const { status, headers } = response;
  const body = readBody(response.body, headers['content-type']);
  record(sent, response, body);
  const judged = state.session.judge({
    contract: call.contract,
    operation: call.operation,
    request: built.raw,
    response,
  });
  state.automatic.push(...judged.map((finding) => ({ ...finding, step: label })));
  const view: Call = { ...built.view, response: { status, headers, body } };
  const [ignored] = ignoredPreferences(built.raw.headers.prefer, headers['preference-applied']);
  if (ignored === undefined) return { call: view, findings: [] };
  // What is expected of the log is expected of the answer that was asked for.
  forgive(state, state.pending.length - 1);
  return { call: view, findings: [], stop: skipped(`the server did not apply "Prefer: ${ignored}"`) };
}

function record(sent: Sent, response: RawResponse | undefined, body: Call['request']['body']): void {
  const { step, call, checklist, label, built, timing, state } = sent;
  const { method, headers } = built.raw;
  state.pending.push({
    contractId: call.source,
    checklist,
    expectations: step.logs,
    exchange: {
      step: label,
      operation: `${call.source}.${call.operation.id}`,
      requestId: built.requestId,
      ...timing,
      request: { method, url: built.url, headers, body: built.view.request.body ?? null },
      ...(response && {
        response: { status: response.status, headers: response.headers, body: body ?? null },
      }),
      logs: [],
    },
  });
}

function stopped(stop: Stop): Called {
  return { findings: [], stop };
}

/** `$steps.login.outputs.token has no value`. */
export function noValue(missing: readonly string[]): string {
  const names = [...new Set(missing)];
  return `${names.join(' and ')} ${names.length > 1 ? 'have' : 'has'} no value`;
}
