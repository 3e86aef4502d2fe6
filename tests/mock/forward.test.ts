import http, { type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { createForward } from '../../mock/proxy/forward.ts';

/** Sends a GET on to a server that answers so. */
async function forwardTo(listener: RequestListener, headers: Record<string, string> = {}) {
  const server = http.createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const forward = createForward(new URL(`http://127.0.0.1:${port}`));
  return forward({ method: 'GET', path: '/', query: '', headers, body: undefined });
}

it('headers that Connection names are for one connection, in both directions', async () => {
  let seen: IncomingHttpHeaders = {};
  const answer = await forwardTo(
    (request, response) => {
      seen = request.headers;
      response.writeHead(200, { connection: 'close, X-Hop', 'x-hop': '1', 'x-end': '2' }).end();
    },
    { connection: 'keep-alive, X-Internal', 'x-internal': 'secret', 'x-for-all': '1' },
  );
  expect([seen['x-internal'], seen['x-for-all']]).toEqual([undefined, '1']);
  expect(answer).toMatchObject({ headers: { 'x-end': '2' } });
  expect(answer).not.toMatchObject({ headers: { 'x-hop': '1' } });
});

it('an answer that unpacks to more than 64 MB is told, not unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
  const answer = await forwardTo((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
  });
  expect(answer).toEqual({ failure: 'its answer is longer than 64 MB' });
});

it('an answer that does not end is given up after 64 MB', async () => {
  const megabyte = Buffer.alloc(1024 * 1024);
  const answer = await forwardTo((_request, response) => {
    const talk = () => {
      while (!response.destroyed && response.write(megabyte));
    };
    response.on('drain', talk).on('close', () => response.destroy());
    talk();
  });
  expect(answer).toEqual({ failure: 'its answer is longer than 64 MB' });
});
