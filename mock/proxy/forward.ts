import type { IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { http, https } from '../../src/node/http.ts';
import type { MockRequest } from '../exchange.ts';

export interface UpstreamResponse {
  readonly status: number;
  /** Lower-case names, without what concerns only the connection. */
  readonly headers: Record<string, string>;
  /** One for each `Set-Cookie` line: they cannot be joined. */
  readonly cookies: readonly string[];
  readonly body: Uint8Array | undefined;
}

/** Sends a request on. Resolves with why when no response came. */
export type Forward = (request: MockRequest) => Promise<UpstreamResponse | { readonly failure: string }>;

/** Headers for one connection (RFC 9110 section 7.6.1), and those that are set anew. */
const perConnection = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'trailers',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
  'content-length',
]);

const patience = 120_000;
/** Bytes of an answer, packed or not; a kilobyte can unpack to a gigabyte. */
const longest = 64 * 1024 * 1024;

/** Forwards to one server over HTTP or HTTPS, through another proxy when one is named. */
export function createForward(upstream: URL, upstreamProxy?: string): Forward {
  const secure = upstream.protocol === 'https:';
  const proxied =
    upstreamProxy === undefined
      ? {}
      : { proxyEnv: { HTTP_PROXY: upstreamProxy, HTTPS_PROXY: upstreamProxy } };
  const { Agent, request: send } = secure ? https() : http;
  const agent = new Agent({ keepAlive: true, ...proxied });
  return (request) =>
    new Promise((resolve) => {
      const fail = (error: Error) => resolve({ failure: error.message || String(error) });
      const outgoing = send(target(upstream, request), {
        method: request.method,
        headers: requestHeaders(request),
        agent,
      });
      outgoing.setTimeout(patience, () =>
        outgoing.destroy(new Error(`no answer within ${patience / 1000} s`)),
      );
      outgoing.on('error', fail);
      outgoing.on('response', (response) =>
        readAll(response)
          .then((body) => resolve(received(response, body)))
          .catch(fail),
      );
      outgoing.end(request.body);
    });
}

/** The upstream's own path stands before the request's. */
function target(upstream: URL, { path, query }: MockRequest): URL {
  const url = new URL(upstream);
  url.pathname = upstream.pathname.replace(/\/$/, '') + path;
  url.search = query;
  return url;
}

function requestHeaders({ headers, body }: MockRequest): Record<string, string> {
  const own = Object.entries(headers).filter(isForwarded(headers.connection));
  return {
    ...Object.fromEntries(own),
    // The answer has to be read: a plain one is easier for both.
    'accept-encoding': 'identity',
    ...(body === undefined ? {} : { 'content-length': String(body.length) }),
  };
}

/** Tells which headers go on: not those for one connection, and not those that `Connection` names as such. */
function isForwarded(connection = ''): (entry: readonly [name: string, value: unknown]) => boolean {
  const named = new Set(connection.split(',').map((name) => name.trim().toLowerCase()));
  return ([name]) => !perConnection.has(name) && !named.has(name);
}

async function readAll(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    length += chunk.length;
    if (length > longest) throw tooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLong(): Error {
  return new Error(`its answer is longer than ${longest / 1024 / 1024} MB`);
}

function received(response: IncomingMessage, raw: Buffer): UpstreamResponse {
  const encoding = response.headers['content-encoding'];
  const body = decoded(raw, encoding);
  const headers: Record<string, string> = {};
  const forwarded = Object.entries(response.headers).filter(isForwarded(response.headers.connection));
  for (const [name, value] of forwarded) {
    if (value === undefined || name === 'set-cookie') continue;
    if (name === 'content-encoding' && body !== raw) continue;
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return {
    status: response.statusCode ?? 502,
    headers,
    cookies: response.headers['set-cookie'] ?? [],
    body: body.length === 0 ? undefined : body,
  };
}

/** The body without its compression; as it came when that is none of the usual or broken. Throws where it is too long. */
function decoded(raw: Buffer, encoding: string | undefined): Buffer {
  const options = { maxOutputLength: longest };
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(raw, options);
    if (encoding === 'deflate') return inflateSync(raw, options);
    return encoding === 'br' ? brotliDecompressSync(raw, options) : raw;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLong();
    return raw;
  }
}
