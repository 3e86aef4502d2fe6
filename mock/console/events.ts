import type { ServerResponse } from 'node:http';
import type { Control } from '../control/control.ts';
import { toRequest } from '../control/tell.ts';

/** Some proxies end a connection that is silent for a minute, milliseconds. */
const KEEP_ALIVE = 20_000;
/** Bytes that may wait for a listener that does not read; beyond it, it is cut off and comes again. */
const PATIENCE = 4 * 1024 * 1024;

/** Server-Sent Events (HTML section 9.2) about everything that happens, until the listener goes. */
export function sendEvents(
  control: Control,
  response: ServerResponse,
  headers: Record<string, string>,
): void {
  response.writeHead(200, { ...headers, 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 1000\n\n');
  const send = (text: string) => {
    if (response.writableLength > PATIENCE) response.destroy();
    else response.write(text);
  };
  const timer = setInterval(() => send(':\n\n'), KEEP_ALIVE).unref();
  const stop = control.hub.listen((event) => {
    if (event.kind === 'changed') send('event: changed\ndata: {}\n\n');
    else send(`event: request\ndata: ${JSON.stringify(toRequest(event.entry))}\n\n`);
  });
  response.once('close', () => {
    clearInterval(timer);
    stop();
  });
}
