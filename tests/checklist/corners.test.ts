import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { runOne, startServer } from './support.ts';

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

/** A server whose answers are written by hand; its URL. */
async function serve(
  answer: (response: ServerResponse, request: IncomingMessage) => unknown,
): Promise<string> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.setHeader('x-request-id', String(request.headers['x-request-id']));
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
}

describe('a request at the corners of HTTP', () => {
  it('carries header texts beyond ASCII as UTF-8', async () => {
    const server = await startServer(() => ({}));
    await runOne('corners', 'header-beyond-ascii', server.url);
    expect(Buffer.from(String(server.seen[0]?.headers['x-name']), 'latin1').toString('utf8')).toBe('Иван');
  });

  it('cannot smuggle a header in', async () => {
    const server = await startServer(() => ({}));
    const check = await runOne('corners', 'header-with-a-line-break', server.url);
    expect(check).toMatchObject({
      verdict: 'broken',
      reason: expect.stringContaining('step list cannot be sent'),
    });
    expect(server.seen).toEqual([]);
  });

  it.each(['', '/', '/api/v1/', '/api/v1'])('goes below the base path "%s"', async (base) => {
    const server = await startServer(() => ({}));
    await runOne('many', 'one', server.url + base);
    expect(server.seen[0]?.path).toBe(`${base.replace(/\/$/, '')}/pets`);
  });

  it('cannot be sent to something that is no URL', async () => {
    const check = await runOne('many', 'one', 'localhost:8000');
    expect(check).toMatchObject({ verdict: 'broken', reason: expect.stringContaining('cannot be sent') });
  });

  it('is tried again while the server is still starting, where the checklist says so', async () => {
    const port = await freePort();
    const late = createServer((request, response) => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'x-request-id': String(request.headers['x-request-id']),
      });
      response.end('{}');
    });
    onTestFinished(() => {
      late.closeAllConnections();
      late.close();
    });
    setTimeout(() => late.listen(port, '127.0.0.1'), 100);
    const check = await runOne('corners', 'waits-for-the-server', `http://127.0.0.1:${port}`);
    expect(check).toMatchObject({ verdict: 'passed' });
  });

  it('leaves a path parameter of the workflow out of paths that do not have it', async () => {
    const server = await startServer(() => ({}));
    const check = await runOne('corners', 'shared-path-parameter', server.url);
    expect(check.verdict).toBe('passed');
    expect(server.seen.map(({ path }) => path)).toEqual(['/pets', '/pets/7']);
  });
});

describe('an answer at the corners of HTTP', () => {
  it('that redirects is judged, not followed', async () => {
    const server = await startServer(() => ({ status: 302, headers: { location: '/elsewhere' } }));
    const check = await runOne('many', 'one', server.url);
    expect(check.findings[0]?.message).toBe('expected $statusCode == 200, got 302');
    expect(server.seen).toHaveLength(1);
  });

  const zipped = '{"zipped":true}';
  it.each([
    ['gzip', gzipSync(zipped)],
    ['br', brotliCompressSync(zipped)],
    ['deflate', deflateSync(zipped)],
    ['zstd', zstdCompressSync(zipped)],
  ])('that is compressed by %s is read', async (encoding, body) => {
    const url = await serve((response) => response.setHeader('content-encoding', encoding).end(body));
    const check = await runOne('many', 'one', url);
    expect(check.exchanges[0]?.response?.body).toEqual({ zipped: true });
  });

  it('that is text in another charset is read in it', async () => {
    const url = await serve((response) =>
      response
        .setHeader('content-type', 'text/plain; charset=windows-1251')
        .end(Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])),
    );
    const check = await runOne('many', 'one', url);
    expect(check.exchanges[0]?.response?.body).toBe('Привет');
  });

  it('that nests too deeply to be looked at is kept as text', async () => {
    const body = '['.repeat(100_000) + ']'.repeat(100_000);
    const check = await runOne('many', 'one', await serve((response) => response.end(body)));
    expect(check.exchanges[0]?.response?.body).toBe(body);
  });

  it('with 40 KB of headers is read', async () => {
    const url = await serve((response) => response.setHeader('x-long', 'x'.repeat(40_000)).end('{}'));
    expect((await runOne('many', 'one', url)).verdict).toBe('passed');
  });

  it.each<[string, (response: ServerResponse) => unknown, string]>([
    [
      'that breaks off',
      (response) => {
        response.setHeader('content-length', '100').write('{');
        setTimeout(() => response.destroy(), 20);
      },
      'the server closed the connection in the middle of its answer (200)',
    ],
    ['that never ends', (response) => response.write('['), 'the answer (200) did not end within 300 ms'],
    [
      'that is not what its Content-Encoding says',
      (response) => response.setHeader('content-encoding', 'gzip').end('plain'),
      'the body of the answer (200) is not gzip, as its Content-Encoding says',
    ],
    [
      'that unpacks to more than a run should hold',
      (response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(65 * 2 ** 20))),
      'the body of the answer (200) is longer than 64 MB, the most that is read',
    ],
    [
      'that is longer than a run should hold',
      (response) => response.end(Buffer.alloc(65 * 2 ** 20)),
      'the body of the answer (200) is longer than 64 MB, the most that is read',
    ],
  ])('%s is a finding that says so', async (_, answer, actual) => {
    const timeoutMs = actual.includes('300 ms') ? 300 : 30_000;
    const check = await runOne('many', 'one', await serve(answer), { timeoutMs });
    expect(check.findings).toMatchObject([{ id: 'no-response', actual }]);
  });

  it('comes through the proxy of the environment when Node is told to use one', async () => {
    const asked: string[] = [];
    const proxy = await serve((response, request) => {
      asked.push(String(request.url));
      response.end('{}');
    });
    vi.stubEnv('NODE_USE_ENV_PROXY', '1');
    vi.stubEnv('HTTP_PROXY', proxy);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    await runOne('many', 'one', 'http://shop.invalid');
    expect(asked).toEqual(['http://shop.invalid/pets']);
  });

  it('that JSONPath selects nothing from for a usual reason says so', async () => {
    const server = await startServer(() => ({ body: { pets: [1] } }));
    const check = await runOne('corners', 'filter-behind-the-root', server.url);
    expect(check.findings[0]?.message).toContain('a filter behind $ looks at the members of the root');
  });
});
