import type * as Http from 'node:http';
import type * as Https from 'node:https';
import type { RawResponse } from '../../contract/types.ts';
import { http, https, proxyOfEnvironment } from '../../node/http.ts';
import { messageOf } from '../../node/message-of.ts';
import { plainHeaders } from '../../node/plain-headers.ts';
import { decodeContent } from './decode-content.ts';
import { AbortedError, codeOf, describeFailure, TimeoutError, TooLongError, wantsTls } from './failure.ts';
import type { HttpOutcome } from './outcome.ts';
import { placeOf } from './place.ts';
import { speaksTls } from './speaks-tls.ts';

/** What is sent: an absolute URL, header names in lower case. */
interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
}

export interface HttpClient {
  /** Never rejects for what the network does. Redirects are not followed: they are answers to judge. */
  send(request: HttpRequest, timeoutMs: number): Promise<HttpOutcome>;
  /** Ends open requests and kept connections. */
  close(): void;
}

/** Bytes. Longer answers are not read: a run must not end because one server never stops talking. */
const longestBody = 64 * 1024 * 1024;
/** Bytes; Node's own limit of 16 KiB is less than browsers and proxies let through. */
const longestHeaders = 256 * 1024;

/** A client with kept-alive connections, on node:http: a third of the CPU time that `fetch` needs per request. */
export function createHttpClient(connections: number, signal: AbortSignal | undefined): HttpClient {
  const agents = createAgents({ keepAlive: true, maxSockets: connections, ...proxyOfEnvironment() });
  const open = new Set<Http.ClientRequest>();
  const abort = () => {
    for (const request of open) request.destroy(new AbortedError());
  };
  signal?.addEventListener('abort', abort, { once: true });
  return {
    async send(request, timeoutMs) {
      if (signal?.aborted) return { kind: 'aborted' };
      const first = await exchange(request, { timeoutMs, agents, open });
      // A kept connection that the server closed meanwhile says nothing about this request: it is sent again.
      return first.stale ? (await exchange(request, { timeoutMs, agents, open })).outcome : first.outcome;
    },
    close() {
      signal?.removeEventListener('abort', abort);
      abort();
      agents.destroy();
    },
  };
}

interface Agents {
  readonly plain: Http.Agent;
  /** Made when it is first asked for. */
  secure(): Https.Agent;
  destroy(): void;
}

function createAgents(options: Http.AgentOptions): Agents {
  const plain = new http.Agent(options);
  let secure: Https.Agent | undefined;
  return {
    plain,
    secure() {
      secure ??= new (https().Agent)(options);
      return secure;
    },
    destroy() {
      plain.destroy();
      secure?.destroy();
    },
  };
}

interface Connection {
  readonly timeoutMs: number;
  readonly agents: Agents;
  readonly open: Set<Http.ClientRequest>;
}

interface Tried {
  readonly outcome: HttpOutcome;
  readonly stale: boolean;
}

function exchange(asked: HttpRequest, connection: Connection): Promise<Tried> {
  const { timeoutMs, open } = connection;
  return new Promise((resolve) => {
    const request = createRequest(asked, connection);
    if (!(request instanceof http.ClientRequest)) {
      resolve({ outcome: request, stale: false });
      return;
    }
    const late = () => request.destroy(new TimeoutError(timeoutMs));
    const timer = setTimeout(late, timeoutMs);
    let status: number | undefined;
    const settle = (outcome: HttpOutcome, stale = false) => {
      clearTimeout(timer);
      open.delete(request);
      resolve({ outcome, stale });
    };
    const outcomeOf = (error: Error) => describeFailure(error, asked.url, status);
    const fail = (error: Error) => {
      const dropped = status === undefined && codeOf(error) === 'ECONNRESET';
      request.destroy();
      if (dropped && !request.reusedSocket && asked.url.startsWith('http:')) {
        clearTimeout(timer);
        speaksTls(asked.url).then((secure) => settle(secure ? wantsTls(asked.url) : outcomeOf(error)));
      } else settle(outcomeOf(error), dropped && request.reusedSocket);
    };
    open.add(request);
    request.on('error', fail);
    request.on('response', (message) => {
      status = message.statusCode;
      collect(message).then(
        (bytes) => settle({ kind: 'response', response: toResponse(message, bytes) }),
        fail,
      );
    });
    request.end(asked.body);
  });
}

/** node:http throws for a URL, method or header that HTTP does not allow. */
function createRequest({ method, url, headers, body }: HttpRequest, { agents }: Connection) {
  try {
    const wire = wireHeaders(method, headers, body);
    const options = { ...placeOf(url), method, headers: wire, maxHeaderSize: longestHeaders };
    return url.startsWith('https:')
      ? https().request({ ...options, agent: agents.secure() })
      : http.request({ ...options, agent: agents.plain });
  } catch (error) {
    return { kind: 'unsendable', reason: messageOf(error) } as const;
  }
}

/** Header texts as UTF-8, which node:http writes byte by byte as Latin-1; and the length of the body. */
function wireHeaders(
  method: string,
  headers: HttpRequest['headers'],
  body: Uint8Array | undefined,
): Record<string, string | number> {
  const wire: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(headers)) {
    wire[name] = isAscii(value) ? value : Buffer.from(value, 'utf8').toString('latin1');
  }
  if (body || /^(POST|PUT|PATCH)$/.test(method)) wire['content-length'] = body?.byteLength ?? 0;
  return wire;
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}

function collect(message: Http.IncomingMessage): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    message.on('data', (chunk: Buffer) => {
      length += chunk.byteLength;
      if (length > longestBody) reject(new TooLongError(longestBody));
      else chunks.push(chunk);
    });
    message.on('error', reject);
    message.on('end', () => {
      const bytes = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
      decodeContent(bytes, message.headers['content-encoding'], longestBody).then(resolve, reject);
    });
  });
}

function toResponse({ statusCode = 0, headers }: Http.IncomingMessage, body: Uint8Array): RawResponse {
  return {
    status: statusCode,
    headers: plainHeaders(headers),
    body: body.byteLength > 0 ? body : undefined,
  };
}
