import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Answer, Asked, Lie } from '../../fixtures/servers/lie.ts';
import type { Json } from '../../src/contract/json.ts';

/** Ends with `using`. */
export interface LyingServer extends AsyncDisposable {
  readonly url: string;
}

/** Starts a server on a free local port that answers as the honest one at `honestUrl` does, but for its one lie. */
export async function startLyingServer(honestUrl: string, lie: Lie): Promise<LyingServer> {
  const server = createServer(async (request, response) => {
    const asked = await readAsked(request);
    send(response, await lie(asked, (changed) => ask(honestUrl, changed)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: () => close(server) };
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  const body = await text(request);
  return {
    call: `${request.method} ${request.url}`,
    headers: Object.fromEntries(headers),
    body: body === '' ? null : parse(body),
  };
}

async function ask(honestUrl: string, { call, headers, body }: Asked): Promise<Answer> {
  const [method = 'GET', path = '/'] = call.split(' ');
  const response = await fetch(`${honestUrl}${path}`, {
    method,
    headers: Object.entries(headers).filter(([name]) => !ofTheConnection.has(name)),
    ...(method !== 'GET' && body !== null && { body: print(body) }),
  });
  const answered = [...response.headers].filter(([name]) => !ofTheConnection.has(name));
  return {
    status: response.status,
    headers: Object.fromEntries(answered),
    body: parse(await response.text()),
  };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(print(body));
}

/** Headers that tell of one connection or one body, which are made anew here. */
const ofTheConnection = new Set([
  'host',
  'connection',
  'keep-alive',
  'content-length',
  'transfer-encoding',
  'expect',
]);

function parse(body: string): Json {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function print(body: Json): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

async function close(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
