import type { Headers, RawRequest } from '../../contract/types.ts';
import type { Reply } from '../contracts/handlers.ts';
import type { Database } from '../database/database.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { findBrokenPromise } from './check-reply.ts';
import { InternalError } from './errors.ts';
import { logRequest } from './log-request.ts';
import { type Preferences, readPreferences } from './preferences.ts';
import { type Refusal, refuse } from './refusal.ts';
import { RequestCall } from './request-call.ts';
import type { Destination } from './sites.ts';

export interface AnswerOptions {
  readonly database: Database;
  /** Honour `Prefer: clock=…, fault=…`. */
  readonly testing: boolean;
  /** Hold every reply against its document before it goes out. */
  readonly strict: boolean;
  readonly metrics?: Metrics | undefined;
}

/** A request that found its contract, on whatever way it came. */
export interface Asked {
  readonly requestId: string;
  readonly method: string;
  readonly destination: Destination;
  readonly query: string;
  readonly headers: Headers;
  /** Network address of the caller, found out only when somebody asks. */
  readonly address: () => string;
  /** Called once the operation is known. Throws BodyTooLarge, BodyIncomplete. */
  readonly body: () => Promise<Uint8Array | undefined> | Uint8Array | undefined;
}

export interface Answer {
  readonly reply: Reply;
  /** Value of `Preference-Applied`, empty for none. */
  readonly applied: string;
  /** To be called once the reply is on its way. */
  readonly log: () => void;
}

/** From request to reply, without a socket. Never rejects: what goes wrong is worded by the contract's dialect. */
export async function answerRequest(asked: Asked, options: AnswerOptions): Promise<Answer> {
  const started = performance.now();
  const { requestId, destination, method } = asked;
  const log = destination.service.log.forRequest(requestId);
  const preferences = options.testing ? preferencesOf(asked.headers) : undefined;
  const call = new RequestCall(
    requestId,
    asked.address,
    options.database,
    log,
    method === 'HEAD',
    preferences,
  );
  let outcome: Outcome;
  try {
    outcome = { reply: await handle(asked, call) };
  } catch (thrown) {
    outcome = refuse(thrown, destination.service.dialect, options.database.engine);
  }
  if (options.strict) outcome = keepPromises(outcome, destination, requestId, options);
  return {
    reply: outcome.reply,
    applied: preferences?.applied ?? '',
    log() {
      const durationMs = performance.now() - started;
      logRequest(log, method, destination, outcome, durationMs);
      const { service, operation } = destination;
      options.metrics?.observe(service.contract.id, operation?.id ?? '', outcome.reply.status, durationMs);
    },
  };
}

type Outcome = Refusal | { readonly reply: Reply; readonly error?: undefined };

async function handle({ destination, query, headers, body }: Asked, call: RequestCall): Promise<Reply> {
  if (!destination.operation) throw destination.problem;
  const { service, path, operation, pathParameters } = destination;
  const raw: RawRequest = { method: operation.method, path, query, headers, body: await body() };
  return service.answer(call, { operation, pathParameters, raw });
}

/** A reply that its document does not allow is a defect of ours: the client gets 500, the log says what was wrong. */
function keepPromises(
  outcome: Outcome,
  destination: Destination,
  requestId: string,
  options: AnswerOptions,
): Outcome {
  if (!destination.operation) return outcome;
  const { service, operation } = destination;
  const broken = findBrokenPromise(service.contract, operation, outcome.reply, { 'x-request-id': requestId });
  if (broken === undefined) return outcome;
  const defect = new Error(
    `${operation.id} answered ${outcome.reply.status} against its document: ${broken}`,
  );
  return refuse(new InternalError(defect), service.dialect, options.database.engine);
}

function preferencesOf({ prefer }: Headers): Preferences | undefined {
  return prefer === undefined ? undefined : readPreferences(prefer, new Date());
}
