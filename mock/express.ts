import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Mock } from './handle.ts';
import { readRequest, splitTarget } from './node/read-request.ts';
import { tooLarge, writeResponse } from './node/write-response.ts';

/** What Express, Connect and Vite hand to a middleware. A body parser before it may have read the body already. */
export type ParsedMessage = IncomingMessage & { readonly body?: unknown };

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
  await writeResponse(response, await mock.handle(request));
}

/** The body as bytes again, where a parser took it off the stream. */
function parsedBody({ body, readableEnded }: ParsedMessage): Uint8Array | undefined {
  if (body === undefined || !readableEnded) return undefined;
  if (body instanceof Uint8Array) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
