import type { IncomingHttpHeaders } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import type { Headers, RawRequest } from '../../contract/types.ts';
import type { Reply } from '../contracts/handlers.ts';
import type { Database } from '../database/database.ts';
import { findBrokenPromise } from './check-reply.ts';
import { InternalError } from './errors.ts';
import { hygieneHeaders } from './hygiene.ts';
import { logRequest } from './log-request.ts';
import { type Preferences, readPreferences } from './preferences.ts';
import { readBody } from './raw-body.ts';
import { type Refusal, refuse } from './refusal.ts';
import { RequestCall } from './request-call.ts';
import { REQUEST_ID, requestIdFrom } from './request-id.ts';
import { send } from './send.ts';
import { createFinder, type Destination, type Site } from './sites.ts';

export interface DispatchOptions {
  readonly database: Database;
  /** Honour `Prefer: clock=…, fault=…`. */
  readonly testing: boolean;
  /** Hold every reply against its document before it goes out. */
  readonly strict: boolean;
  /** Bytes. */
  readonly bodyLimit: number;
}

/** Answers every request below one of the sites; others, and OPTIONS, go to the next handler. */
export function createDispatcher(sites: readonly Site[], options: DispatchOptions): RequestHandler {
  const find = createFinder(sites);
  const common = hygieneHeaders();
  return (request, response, next) => {
    const { path, query } = splitTarget(request.url);
    const destination = request.method === 'OPTIONS' ? undefined : find(request.method, path);
    return destination ? serve({ request, response, destination, query, common }, options) : next();
  };
}

interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly destination: Destination;
  readonly query: string;
  /** Headers that every response has: name, value, name, value, … */
  readonly common: readonly string[];
}

async function serve(
  { request, response, destination, query, common }: Exchange,
  options: DispatchOptions,
): Promise<void> {
  const started = performance.now();
  const requestId = requestIdFrom(request);
  const log = destination.service.log.forRequest(requestId);
  const preferences = options.testing ? preferencesOf(request) : undefined;
  const call = new RequestCall(requestId, () => request.ip ?? '', options.database, log, preferences);
  let outcome: Outcome;
  try {
    outcome = { reply: await answer(request, call, destination, query, options.bodyLimit) };
  } catch (thrown) {
    outcome = refuse(thrown, destination.service.dialect, options.database.engine);
  }
  if (options.strict) outcome = keepPromises(outcome, destination, requestId, options);
  const applied = preferences?.applied ? ['Preference-Applied', preferences.applied] : [];
  send(response, outcome.reply, [...common, REQUEST_ID, requestId, ...applied]);
  logRequest(log, request.method, destination, outcome, performance.now() - started);
}

type Outcome = Refusal | { readonly reply: Reply; readonly error?: undefined };

async function answer(
  request: Request,
  call: RequestCall,
  destination: Destination,
  query: string,
  bodyLimit: number,
): Promise<Reply> {
  if (!destination.operation) throw destination.problem;
  const { service, path, operation, pathParameters } = destination;
  const body = await readBody(request, bodyLimit);
  const raw: RawRequest = {
    method: operation.method,
    path,
    query,
    headers: toHeaders(request.headers),
    body,
  };
  return service.answer(call, { operation, pathParameters, raw });
}

/** A reply that its document does not allow is a defect of ours: the client gets 500, the log says what was wrong. */
function keepPromises(
  outcome: Outcome,
  destination: Destination,
  requestId: string,
  options: DispatchOptions,
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

function preferencesOf({ headers }: Request): Preferences | undefined {
  return typeof headers.prefer === 'string' ? readPreferences(headers.prefer, new Date()) : undefined;
}

/** A request target is a path with a query, or a whole URL when it was meant for a proxy (RFC 9112, section 3.2). */
function splitTarget(target: string): { path: string; query: string } {
  const local = target.startsWith('/') || !URL.canParse(target) ? target : localPart(new URL(target));
  const mark = local.indexOf('?');
  return mark < 0 ? { path: local, query: '' } : { path: local.slice(0, mark), query: local.slice(mark + 1) };
}

function localPart({ pathname, search }: URL): string {
  return pathname + search;
}

function toHeaders(headers: IncomingHttpHeaders): Headers {
  const plain: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) plain[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return plain;
}
