import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { REQUEST_ID, requestIdFrom } from './request-id.ts';
import { send } from './send.ts';

/** Requests that HTTP itself forbids are refused here, with a request id like all others; Node would answer without. */
export function refuseHopeless(listener: RequestListener): RequestListener {
  return (request, response) => {
    if (!hasItsHost(request)) return refuse(request, response, 400, 'A request has one Host header');
    if (!isTarget(request.url ?? '')) return refuse(request, response, 400, 'The request target is no URL');
    listener(request, response);
  };
}

/** `Expect` other than `100-continue` (RFC 9110, section 10.1.1). */
export function refuseExpectation(request: IncomingMessage, response: ServerResponse): void {
  refuse(request, response, 417, 'This expectation cannot be met');
}

/** This is no proxy: CONNECT is allowed nowhere. */
export function refuseTunnel(request: IncomingMessage, socket: Duplex): void {
  endRaw(socket, '405 Method Not Allowed', requestIdFrom(request.headers['x-request-id']), 'Allow: \r\n');
}

/** What is no HTTP never becomes a request. */
export function refuseGarbage(error: Error, socket: Socket): void {
  if (!socket.writable) return;
  const tooLarge = 'code' in error && error.code === 'HPE_HEADER_OVERFLOW';
  endRaw(
    socket,
    tooLarge ? '431 Request Header Fields Too Large' : '400 Bad Request',
    requestIdFrom(undefined),
  );
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number, message: string): void {
  const id = requestIdFrom(request.headers['x-request-id']);
  send(response, { status, body: { message } }, [REQUEST_ID, id, 'Connection', 'close']);
}

function endRaw(socket: Duplex, status: string, id: string, headers = ''): void {
  socket.end(
    `HTTP/1.1 ${status}\r\n${REQUEST_ID}: ${id}\r\n${headers}Content-Length: 0\r\nConnection: close\r\n\r\n`,
  );
}

/** One `Host`, neither none nor several (RFC 9112, section 3.2); HTTP/1.0 knew none. */
function hasItsHost({ httpVersion, rawHeaders }: IncomingMessage): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts === 1 || (hosts === 0 && httpVersion === '1.0');
}

/** A path, a whole URL, or the asterisk of `OPTIONS *` (RFC 9112, section 3.2). */
function isTarget(target: string): boolean {
  return target.startsWith('/') || target === '*' || URL.canParse(target);
}
