import type { ServerResponse } from 'node:http';
import { isBodyless } from '../../src/contract/body/bodyless.ts';
import type { Fault, MockResponse } from '../exchange.ts';
import { cutShort } from '../http/cut-short.ts';
import { problemBody, refuse } from '../problem.ts';
import { bodyLimit } from './read-request.ts';

/** Sends a response, after its delay, with its fault. Resolves when it is handed to the socket. */
export async function writeResponse(to: ServerResponse, response: MockResponse): Promise<void> {
  const { delivery } = response;
  if (delivery !== undefined) {
    if (delivery.delayMs > 0) await wait(to, delivery.delayMs);
    if (delivery.fault !== undefined) return fail(to, response, delivery.fault);
  }
  send(to, response);
}

function send(to: ServerResponse, { status, headers, cookies, body }: MockResponse): void {
  if (to.destroyed) return;
  try {
    if (cookies !== undefined) to.setHeader('set-cookie', [...cookies]);
    // An implementation's body for HEAD may stand for one that was not made: its length says nothing.
    if (isBodyless(to.req.method ?? '', status)) to.writeHead(status, headers);
    else to.writeHead(status, { ...headers, 'content-length': lengthOf(body) });
  } catch {
    // A documented header or status that HTTP does not allow: better an answer than none.
    to.writeHead(500, { 'content-type': 'text/plain' });
    to.end(`The mock cannot send this response: status ${status} or one of its headers is not valid HTTP.\n`);
    return;
  }
  to.end(body);
}

function lengthOf(body: MockResponse['body']): number {
  if (body === undefined) return 0;
  return typeof body === 'string' ? Buffer.byteLength(body) : body.length;
}

function wait(to: ServerResponse, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    to.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * `timeout`: no answer ever; the connection stays open until the client gives up. `reset`: the connection breaks without an
 * answer. `malformed`: status and headers as usual, but the body stops in the middle.
 */
function fail(to: ServerResponse, response: MockResponse, fault: Fault): void {
  if (fault === 'timeout') return;
  if (fault === 'reset') {
    to.socket?.resetAndDestroy();
    return;
  }
  send(to, { ...response, body: cutShort(response.body) });
}

/** Answers a request whose body nobody reads to the end. */
export function tooLarge(to: ServerResponse): void {
  const { problem } = refuse('PAYLOAD_TOO_LARGE', `A body may have ${bodyLimit} bytes at most.`);
  to.writeHead(problem.status, { 'content-type': 'application/problem+json' });
  to.end(problemBody(problem));
}
