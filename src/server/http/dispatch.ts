import type { Request, RequestHandler, Response } from 'express';
import { plainHeaders } from '../../node/plain-headers.ts';
import { turnEnd } from '../../node/turn-end.ts';
import { type AnswerOptions, answerRequest } from './answer.ts';
import { hygieneHeaders } from './hygiene.ts';
import { readBody } from './raw-body.ts';
import { REQUEST_ID, requestIdFrom } from './request-id.ts';
import { send } from './send.ts';
import { createFinder, type Destination, type Site } from './sites.ts';

export interface DispatchOptions extends AnswerOptions {
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
  const requestId = requestIdFrom(request.headers['x-request-id']);
  const asked = {
    requestId,
    method: request.method,
    destination,
    query,
    headers: plainHeaders(request.headers),
    address: () => request.ip ?? '',
    body: () => readBody(request, options.bodyLimit),
  };
  const { reply, applied, log } = await answerRequest(asked, options);
  const preferences = applied === '' ? [] : ['Preference-Applied', applied];
  await turnEnd();
  send(response, reply, [...common, REQUEST_ID, requestId, ...preferences]);
  log();
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
