import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
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

  it('that is compressed is read', async () => {
    const body = gzipSync('{"zipped":true}');
    const server = createServer((request, response) => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        'x-request-id': String(request.headers['x-request-id']),
      });
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const check = await runOne('many', 'one', `http://127.0.0.1:${port}`);
    expect(check.exchanges[0]?.response?.body).toEqual({ zipped: true });
  });

  it('that JSONPath selects nothing from for a usual reason says so', async () => {
    const server = await startServer(() => ({ body: { pets: [1] } }));
    const check = await runOne('corners', 'filter-behind-the-root', server.url);
    expect(check.findings[0]?.message).toContain('a filter behind $ looks at the members of the root');
  });
});
