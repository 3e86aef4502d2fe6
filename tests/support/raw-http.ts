import { connect } from 'node:net';

/** A request as it goes out: nothing is checked, encoded or added. */
export interface RawHttp {
  readonly method: string;
  /** Path with query, or whatever else stands there. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: Uint8Array | undefined;
  /** `HTTP/1.1` unless said. */
  readonly version?: string | undefined;
}

export interface RawAnswer {
  readonly status: number;
  /** Lower-case names; several values of one name joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Why there is no answer. */
export interface NoAnswer {
  readonly status: 0;
  readonly reason: string;
}

const patienceMs = 60_000;

/** The bytes of a request. Text goes out as UTF-8, so a header may be beyond what HTTP allows. */
export function toBytes({ method, target, headers, body, version = 'HTTP/1.1' }: RawHttp): Buffer {
  const lines = [`${method} ${target} ${version}`, ...headers.map(([name, value]) => `${name}: ${value}`)];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body ?? Buffer.alloc(0)]);
}

/**
 * Sends bytes over a connection of their own and reads until the server closes it, so ask for that (`Connection: close`).
 * Several answers on one connection: the last is returned.
 */
export function sendBytes(url: string, bytes: Uint8Array): Promise<RawAnswer | NoAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname);
    let failure = 'the connection was closed without an answer';
    socket.setTimeout(patienceMs, () => {
      failure = `no answer within ${patienceMs} ms`;
      socket.destroy();
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', (error) => {
      failure = error.message;
    });
    socket.on('close', () => resolve(parseAnswer(Buffer.concat(chunks)) ?? { status: 0, reason: failure }));
    socket.write(bytes);
  });
}

/** The final answer in what came; undefined when it is not whole. */
function parseAnswer(bytes: Buffer): RawAnswer | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  const [first = '', ...lines] = bytes.subarray(0, Math.max(end, 0)).toString('latin1').split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1]);
  if (end < 0 || Number.isNaN(status)) return undefined;
  const rest = bytes.subarray(end + 4);
  if (status < 200) return parseAnswer(rest);
  const headers = parseHeaders(lines);
  const body = /chunked/.test(headers['transfer-encoding'] ?? '') ? dechunk(rest) : rest;
  return body && { status, headers, body };
}

function parseHeaders(lines: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return headers;
}

/** Chunked coding (RFC 9112, section 7.1) undone; undefined when the last chunk is missing. */
function dechunk(bytes: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.subarray(at, line).toString('latin1'), 16);
    if (line < 0 || Number.isNaN(size)) return undefined;
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}
