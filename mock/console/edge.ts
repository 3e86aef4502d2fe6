import type { IncomingMessage, ServerResponse } from 'node:http';
import { messageOf } from '../../src/node/message-of.ts';
import { type Api, type ApiResponse, createApi, requestIdOf } from '../control/api.ts';
import type { Control } from '../control/control.ts';
import { type GuardOptions, whyRefused } from '../control/guard.ts';
import { readRequest, splitTarget } from '../node/read-request.ts';
import type { ServeOptions } from '../node.ts';
import { below } from '../routing/sites.ts';
import { findRoute } from '../slots/route.ts';
import { sendEvents } from './events.ts';
import { type Page, readPage } from './page.ts';

/** Where the console stands; the API below it. */
const consolePath = '/_sverka';

/**
 * Answers the console at `/_sverka/`, the control API at `/_sverka/api` and, where an implementation has an inbox, at
 * `/control` as its own server does. Who visits the mock at `/`, where no document has anything, is led to the console. For the `before` option of a server.
 */
export function createConsole(control: Control, guard: GuardOptions): NonNullable<ServeOptions['before']> {
  const api = createApi(control);
  let page: Promise<Page> | undefined;
  return (request, response) => {
    const url = request.url ?? '/';
    if (url === '/' && isVisit(request) && !hasRoot(control) && whyRefused(request, guard) === undefined) {
      send(response, { status: 302, headers: { location: `${consolePath}/` }, body: undefined });
      return true;
    }
    // Every request of every contract passes here: most are known not to be ours by their first letters.
    if (!url.startsWith(consolePath) && !url.startsWith('/control')) return false;
    const { path } = splitTarget(url);
    const apiPath = below(`${consolePath}/api`, path) ?? inboxPath(control, path);
    if (apiPath === undefined && below(consolePath, path) === undefined) return false;
    const refusal = whyRefused(request, guard);
    if (refusal !== undefined) send(response, told(403, refusal, request));
    else if (apiPath !== undefined) void answerApi(api, control, { request, response, path: apiPath });
    else if (path === `${consolePath}/`) {
      page ??= readPage();
      void page.then(
        (one) => sendPage(response, one),
        () => response.destroy(),
      );
    } else send(response, { status: 308, headers: { location: `${consolePath}/` }, body: undefined });
    return true;
  };
}

/** Somebody types the address of the mock into a browser, or clicks on it in the terminal. */
function isVisit({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && headers.accept?.includes('text/html') === true;
}

function hasRoot(control: Control): boolean {
  return findRoute(control.current().sites, 'GET', '/')?.kind === 'found';
}

function inboxPath(control: Control, path: string): string | undefined {
  return control.current().implementation?.inbox === undefined ? undefined : below('/control', path);
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Below the API. */
  readonly path: string;
}

async function answerApi(api: Api, control: Control, { request, response, path }: Exchange): Promise<void> {
  const shared = crossOrigin(request);
  try {
    if (request.method === 'OPTIONS')
      return send(response, { status: 204, headers: shared, body: undefined });
    const read = await readRequest(request);
    if (read === 'too-large') return send(response, told(413, 'the body is too large', request));
    const answer = await api({ ...read, path });
    if (answer === 'watch') return sendEvents(control, response, shared);
    send(response, { ...answer, headers: { ...shared, ...answer.headers } });
  } catch (error) {
    send(response, told(500, messageOf(error), request));
  }
}

/** A page on another port of this machine may call: the guard has looked at its origin. */
function crossOrigin({ headers }: IncomingMessage): Record<string, string> {
  if (headers.origin === undefined || headers.origin === `http://${headers.host}`) return {};
  return {
    vary: 'origin',
    'access-control-allow-origin': headers.origin,
    'access-control-allow-methods': 'GET, PUT, DELETE',
    'access-control-allow-headers': 'content-type, x-mock-session, x-request-id',
    'access-control-expose-headers': 'x-request-id',
  };
}

/** A refusal in the shape of the API's own. */
function told(status: number, message: string, { headers }: IncomingMessage): ApiResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'x-request-id': requestIdOf(headers) },
    body: JSON.stringify({ message }),
  };
}

function sendPage(response: ServerResponse, { html, policy }: Page): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-cache',
    ...protective,
  });
  response.end(html);
}

const protective = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

function send(response: ServerResponse, { status, headers, body }: ApiResponse): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...headers, 'x-content-type-options': 'nosniff' });
  response.end(body);
}
