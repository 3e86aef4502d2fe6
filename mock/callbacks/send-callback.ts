import type { RawResponse } from '../../src/contract/types.ts';
import { validateResponse } from '../../src/contract/validate-response.ts';
import type { MockViolation } from '../exchange.ts';
import { toMockViolations } from '../validation/violations.ts';
import type { CallbackRequest } from './callback-request.ts';
import { isNear } from './near.ts';

/** What became of a callback: the status it was answered with and what that breaks, or why there was no answer. */
export interface CallbackOutcome {
  readonly request: CallbackRequest;
  readonly status?: number;
  readonly violations: readonly MockViolation[];
  readonly failure?: string;
}

/** Longest wait for the answer, milliseconds. */
const patience = 10_000;
/** Of an answer no more is read, bytes. */
const mostRead = 1024 * 1024;

/**
 * Sends callbacks over HTTP and tells what became of each. Never throws. Stops what is under way when aborted. Whoever can send a
 * request decides the address: unless it may be `anywhere`, it has to be on this machine or in a private network.
 */
export function callbackSender(
  tell: (outcome: CallbackOutcome) => void,
  signal: AbortSignal,
  { anywhere = false }: { readonly anywhere?: boolean } = {},
): (request: CallbackRequest) => void {
  return (request) => {
    setTimeout(() => void attempt(request, signal, anywhere).then(tell), request.delayMs).unref();
  };
}

const tooFar = 'not sent beyond this machine and private networks (--callbacks any does)';

async function attempt(
  request: CallbackRequest,
  signal: AbortSignal,
  anywhere: boolean,
): Promise<CallbackOutcome> {
  const { url, problem, method, headers, body, callback, contract } = request;
  if (url === undefined) return failed(request, problem ?? 'the request names no address for it');
  if (!anywhere && !(await isNear(url))) return failed(request, tooFar);
  try {
    const answer = await fetch(url, {
      method,
      headers: { ...headers },
      ...(body === undefined ? {} : { body }),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    const raw = await read(answer);
    const { violations } = validateResponse(contract, callback.operation, raw);
    const told = violations.flatMap((violation) => toMockViolations(violation, 'Response'));
    return { request, status: answer.status, violations: told };
  } catch (error) {
    return failed(request, reason(error));
  }
}

async function read(answer: Response): Promise<RawResponse> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.length;
    if (size > mostRead) throw new Error(`the answer has more than ${mostRead} bytes`);
    parts.push(part);
  }
  const headers = Object.fromEntries(answer.headers);
  return { status: answer.status, headers, body: size === 0 ? undefined : Buffer.concat(parts) };
}

function failed(request: CallbackRequest, failure: string): CallbackOutcome {
  return { request, violations: [], failure };
}

/** `fetch` hides what went wrong in the cause. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
