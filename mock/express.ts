import type { IncomingMessage, ServerResponse } from 'node:http';
import { isObject } from '../src/contract/json.ts';
import { plainHeaders } from '../src/node/plain-headers.ts';
import type { Mock } from './handle.ts';
import { addressOf } from './http/address.ts';
import { readRequest, splitTarget } from './node/read-request.ts';
import { tooLarge, writeResponse } from './node/write-response.ts';

/** What Express, Connect and Vite hand to a middleware. A body parser before it may have read the body already. */
export type ParsedMessage = IncomingMessage & { readonly body?: unknown; readonly originalUrl?: string };

export type Middleware = (
  request: ParsedMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * Answers what a contract documents and hands everything else on: `app.use('/api', mockMiddleware(mock))`. A path of the
 * contract with a method it does not have is answered too (405).
 */
export function mockMiddleware(mock: Mock): Middleware {
  return (message, response, next) => {
    const { path } = splitTarget(message.url ?? '/');
    if (mock.find(message.method ?? 'GET', path) === undefined) return next();
    respond(mock, message, response).catch(next);
  };
}

async function respond(mock: Mock, message: ParsedMessage, response: ServerResponse): Promise<void> {
  const request = await readRequest(message, parsedBody(message));
  if (request === 'too-large') return tooLarge(response);
  await writeResponse(response, await mock.handle({ ...request, base: baseOf(message) }));
}

/** Where the client finds what stands below the mount. */
function baseOf({ headers, url = '', originalUrl = url }: ParsedMessage): string {
  const mount = originalUrl.endsWith(url) ? originalUrl.slice(0, originalUrl.length - url.length) : '';
  return addressOf({ headers: plainHeaders(headers) }) + mount;
}

/** The body as bytes again, where a parser took it off the stream. */
function parsedBody({ body, headers, readableEnded }: ParsedMessage): Uint8Array | undefined {
  if (body === undefined || !readableEnded) return undefined;
  if (body instanceof Uint8Array) return body;
  if (typeof body === 'string') return Buffer.from(body);
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
  return Buffer.from(isForm && isObject(body) ? formText(body) : JSON.stringify(body));
}

/** Lists as fields of the same name; what is deeper, as JSON. */
function formText(fields: Readonly<Record<string, unknown>>): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat())
      form.append(name, typeof each === 'string' ? each : JSON.stringify(each));
  }
  return form.toString();
}
