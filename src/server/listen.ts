import type { Server } from 'node:http';
import { Server as Listener } from 'node:net';
import type { Express } from 'express';
import { http } from '../node/http.ts';
import { refuseExpectation, refuseGarbage, refuseHopeless, refuseTunnel } from './http/hopeless.ts';
import { messagesOf } from './http/messages.ts';
import { StartError } from './start-error.ts';

/** A port in service. */
export interface Listening {
  /** The one it got where 0 was asked for. */
  readonly port: number;
  /** Takes no more requests, lets those under way finish (at most `grace` ms), then ends. */
  close(grace: number): Promise<void>;
}

/** Longer than the 60 s of nginx and of most load balancers: whoever closes first must not be us, milliseconds. */
const KEEP_ALIVE = 65_000;

/** Opens a port. Throws StartError: `port-in-use`, `address-unusable`. */
export async function listen(app: Express, host: string, port: number): Promise<Listening> {
  const server = http.createServer(
    { requireHostHeader: false, keepAliveTimeout: KEEP_ALIVE, ...messagesOf(app) },
    refuseHopeless(app),
  );
  server.on('clientError', refuseGarbage);
  server.on('checkExpectation', refuseExpectation);
  server.on('connect', refuseTunnel);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host, port)));
    server.listen({ host, port }, resolve);
  });
  return { port: boundPort(server, port), close: (grace) => close(server, grace) };
}

function boundPort(server: Server, port: number): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function explain(error: Error, host: string, port: number): StartError {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new StartError(
      'port-in-use',
      `port ${port} on ${host} is taken by another program: end it or choose another port`,
    );
  }
  return new StartError('address-unusable', `cannot listen on ${host}, port ${port}: ${error.message}`, {
    cause: error,
  });
}

/** Connections on which nothing is under way are closed so often, milliseconds. */
const SWEEP = 250;

/**
 * A client that keeps its connection and keeps asking is told with its next answer that this was the last one here. Idle
 * connections are not cut at once: a proxy may just be sending into one, and would answer 502 for us.
 */
async function close(server: Server, grace: number): Promise<void> {
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
  // http's own `close` would cut them.
  const closed = new Promise((resolve) => Listener.prototype.close.call(server, resolve));
  // After a look at what has come in: a connection is not idle while its next request waits to be read.
  const sweep = setInterval(() => setImmediate(() => server.closeIdleConnections()), SWEEP);
  const end = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearInterval(sweep);
  clearTimeout(end);
}
