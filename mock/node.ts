import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { http } from '../src/node/http.ts';
import { turnEnd } from '../src/node/turn-end.ts';
import type { MockRequest, MockResponse } from './exchange.ts';
import type { Mock } from './handle.ts';
import { refuseHopeless } from './node/hopeless.ts';
import { readRequest } from './node/read-request.ts';
import { tooLarge, writeResponse } from './node/write-response.ts';

/** One request with its response, told when it was sent. */
export interface MockExchange {
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly request: MockRequest;
  readonly response: MockResponse;
}

export interface ServeOptions {
  /** 0 picks a free one. */
  readonly port: number;
  readonly host: string;
  readonly observe?: (exchange: MockExchange) => void;
  /** Answers what is not the mock's (a console); true when it did. */
  readonly before?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface MockServer {
  /** `http://127.0.0.1:4010` */
  readonly url: string;
  readonly port: number;
  /** Answers with another mock from now on: a document was changed. */
  replace(mock: Pick<Mock, 'handle'>): void;
  /** Stops at once; connections that still wait are cut. */
  close(): Promise<void>;
}

/** Serves a mock over HTTP/1.1. Rejects when the port cannot be had, with Node's error (`code: 'EADDRINUSE'`). */
export async function serveMock(mock: Pick<Mock, 'handle'>, options: ServeOptions): Promise<MockServer> {
  let current = mock;
  const server = http.createServer((request, response) => {
    if (options.before?.(request, response) === true) return;
    void exchange(current, request, response, options.observe);
  });
  refuseHopeless(server);
  await listen(server, options);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    port,
    replace(next) {
      current = next;
    },
    close: () => close(server),
  };
}

async function exchange(
  mock: Pick<Mock, 'handle'>,
  message: IncomingMessage,
  to: ServerResponse,
  observe: ServeOptions['observe'],
): Promise<void> {
  const started = performance.now();
  try {
    const request = await readRequest(message);
    if (request === 'too-large') return tooLarge(to);
    const response = await mock.handle(request);
    await turnEnd();
    await writeResponse(to, response);
    observe?.({
      startedAt: new Date(Date.now() - (performance.now() - started)),
      durationMs: performance.now() - started,
      request,
      response,
    });
  } catch {
    // The client went away in the middle of its request: nobody is left to answer.
    to.destroy();
  }
}

function listen(server: Server, { port, host }: ServeOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
