import http from 'node:http';
import https from 'node:https';
import type { RawResponse } from '../../contract/types.ts';
import { decodeContent } from './decode-content.ts';

/** What is sent: an absolute URL, header names in lower case. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
}

/**
 * What came of a request. `unreachable`: nobody listens there. `no-response`: somebody took the request and gave no
 * answer (the connection was dropped, or the time was up). `aborted`: the run was ended.
 */
export type HttpOutcome =
  | { readonly kind: 'response'; readonly response: RawResponse }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'no-response'; readonly reason: string }
  | { readonly kind: 'aborted' };

export interface HttpClient {
  /** Never rejects for what the network does. Redirects are not followed: they are answers to judge. */
  send(request: HttpRequest, timeoutMs: number): Promise<HttpOutcome>;
  /** Ends open requests and kept connections. */
  close(): void;
}

/** A client with kept-alive connections, on node:http: a third of the CPU time that `fetch` needs per request. */
export function createHttpClient(connections: number, signal: AbortSignal | undefined): HttpClient {
  const options = { keepAlive: true, maxSockets: connections };
  const agents = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) };
  const open = new Set<http.ClientRequest>();
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
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

class AbortedError extends Error {}
class TimeoutError extends Error {}

interface Connection {
  readonly timeoutMs: number;
  readonly agents: { readonly 'http:': http.Agent; readonly 'https:': https.Agent };
  readonly open: Set<http.ClientRequest>;
}

interface Tried {
  readonly outcome: HttpOutcome;
  readonly stale: boolean;
}

function exchange({ method, url, headers, body }: HttpRequest, connection: Connection): Promise<Tried> {
  const { timeoutMs, agents, open } = connection;
  return new Promise((resolve) => {
    const secure = url.startsWith('https:');
    const options = { method, headers: withLength(method, headers, body) };
    const request = secure
      ? https.request(url, { ...options, agent: agents['https:'] })
      : http.request(url, { ...options, agent: agents['http:'] });
    const timer = setTimeout(
      () => request.destroy(new TimeoutError(`no answer within ${timeoutMs} ms`)),
      timeoutMs,
    );
    let answered = false;
    const settle = (outcome: HttpOutcome, stale = false) => {
      clearTimeout(timer);
      open.delete(request);
      resolve({ outcome, stale });
    };
    const fail = (error: Error) => {
      const stale = request.reusedSocket && !answered && codeOf(error) === 'ECONNRESET';
      settle(describeFailure(error, url), stale);
    };
    open.add(request);
    request.on('error', fail);
    request.on('response', (message) => {
      answered = true;
      collect(message).then(
        (bytes) => settle({ kind: 'response', response: toResponse(message, bytes) }),
        (error: unknown) => fail(error instanceof Error ? error : new Error(String(error))),
      );
    });
    request.end(body);
  });
}

function withLength(
  method: string,
  headers: HttpRequest['headers'],
  body: Uint8Array | undefined,
): Record<string, string | number> {
  if (body) return { ...headers, 'content-length': body.byteLength };
  return /^(POST|PUT|PATCH)$/.test(method) ? { ...headers, 'content-length': 0 } : { ...headers };
}

function collect(message: http.IncomingMessage): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('error', reject);
    message.on('end', () => {
      const bytes = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
      decodeContent(bytes, message.headers['content-encoding']).then(resolve, reject);
    });
  });
}

/** Several fields of one name are joined by a comma (RFC 9110 section 5.3). */
function toResponse(message: http.IncomingMessage, body: Uint8Array): RawResponse {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return { status: message.statusCode ?? 0, headers, body: body.byteLength > 0 ? body : undefined };
}

const unreachableCodes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name could not be looked up',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no route to the network',
  ETIMEDOUT: 'the connection timed out',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed (NODE_EXTRA_CA_CERTS names one to trust)',
};

function describeFailure(error: Error, url: string): HttpOutcome {
  if (error instanceof AbortedError) return { kind: 'aborted' };
  if (error instanceof TimeoutError) return { kind: 'no-response', reason: error.message };
  const trouble = unreachableCodes[codeOf(error)];
  if (trouble !== undefined) {
    return {
      kind: 'unreachable',
      reason: `cannot reach ${new URL(url).origin}: ${trouble}; is the server running?`,
    };
  }
  const dropped = codeOf(error) === 'ECONNRESET' || codeOf(error) === 'EPIPE';
  return {
    kind: 'no-response',
    reason: dropped ? 'the server closed the connection without an answer' : error.message,
  };
}

/** The code of a system error; of the first one where several addresses were tried. */
function codeOf(error: Error): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
