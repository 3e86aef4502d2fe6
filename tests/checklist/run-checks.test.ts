import { once } from 'node:events';
import { createServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { run, startServer } from './support.ts';

describe('a run', () => {
  it('tells its beginning, each check and its end, and counts the verdicts', async () => {
    const server = await startServer(({ headers }) => ({ status: headers['x-request-id'] ? 200 : 500 }));
    const { events, summary } = await run('many', server.url, { jobs: 1, tool: 'sverka 1.2.3' });
    expect(events.map(({ type }) => type)).toEqual([
      'run-started',
      ...['check-started', 'check-finished', 'check-started', 'check-finished'],
      ...['check-started', 'check-finished', 'check-started', 'check-finished'],
      'run-finished',
    ]);
    expect(summary).toMatchObject({ passed: 4, failed: 0, skipped: 0, broken: 0 });
    expect(events[0]).toMatchObject({
      info: { tool: 'sverka 1.2.3', target: server.url, interrupted: false },
    });
  });

  it('records the exchange as it was', async () => {
    const server = await startServer(() => ({ body: { pets: [] } }));
    const { check } = await run('many', server.url);
    const [exchange] = check('one').exchanges;
    expect(exchange).toMatchObject({
      step: 'list',
      operation: 'shop.listPets',
      request: { method: 'GET', url: `${server.url}/pets`, body: null },
      response: { status: 200, body: { pets: [] } },
    });
    expect(exchange?.response?.headers['x-request-id']).toBe(exchange?.requestId);
    expect(exchange?.request.headers['x-request-id']).toBe(exchange?.requestId);
  });

  it('keeps text as text and shows binary bodies as data URLs', async () => {
    const server = await startServer(({ headers }) =>
      headers.accept ? { headers: { 'content-type': 'image/png' }, body: '\u0001' } : {},
    );
    const { check } = await run('many', server.url);
    expect(check('one').exchanges[0]?.response?.body).toBe('data:image/png;base64,AQ==');
  });

  it('runs as many checks side by side as there are jobs', async () => {
    let open = 0;
    let most = 0;
    const server = await startServer(() => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
      }, 45);
      return { delayMs: 50 };
    });
    await run('many', server.url, { jobs: 2 });
    expect(most).toBe(2);
  });

  it('fails a check by an automatic finding and leaves its course as it is', async () => {
    const server = await startServer(() => ({ headers: { 'content-type': 'text/csv' } }));
    const { check } = await run('actions', server.url, { grep: /next-step/ });
    expect(check('next-step-by-default').verdict).toBe('failed');
    expect(check('next-step-by-default').findings.map(({ id, step }) => `${id} ${step}`)).toEqual([
      'media-type-is-documented one',
      'media-type-is-documented two',
    ]);
    expect(server.seen).toHaveLength(2);
  });

  it('tells once that nobody listens, and skips the other checks', async () => {
    const { summary, checks } = await run('many', 'http://127.0.0.1:9', { jobs: 2 });
    expect(summary).toMatchObject({ broken: 1, skipped: 3 });
    expect(checks.find(({ verdict }) => verdict === 'broken')?.reason).toBe(
      'cannot reach http://127.0.0.1:9: connection refused; is the server running?',
    );
    expect(checks.find(({ verdict }) => verdict === 'skipped')?.reason).toMatch(/^not run: cannot reach/);
  });

  it('says that a server without TLS was asked for it, and that what answers is not HTTP', async () => {
    const server = await startServer(() => ({}));
    const tls = await run('many', server.url.replace('http:', 'https:'), { jobs: 1 });
    expect(tls.checks[0]).toMatchObject({
      verdict: 'broken',
      reason: expect.stringMatching(/does not speak TLS; is it http:\/\/ instead of https:\/\/\?$/),
    });
    const mail = createServer((socket) => socket.end('220 mail.test ESMTP\r\n')).listen(0, '127.0.0.1');
    await once(mail, 'listening');
    const address = mail.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const other = await run('many', `http://127.0.0.1:${port}`, { jobs: 1 });
    mail.close();
    expect(other.checks[0]?.reason).toMatch(/does not speak HTTP; is the port right, or is it https:\/\/\?$/);
  });

  it('says once that a server which speaks TLS was asked without', async () => {
    // Without a certificate no handshake comes to its end, but it is TLS in which the server says so.
    const server = createTlsServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { checks } = await run('many', `http://127.0.0.1:${port}`, { jobs: 1 });
    server.close();
    expect(checks.map(({ verdict }) => verdict)).toEqual(['broken', 'skipped', 'skipped', 'skipped']);
    expect(checks[0]?.reason).toMatch(/it speaks TLS; is it https:\/\/ instead of http:\/\/\?$/);
  });

  it('skips the checks that send messages, and runs the others', async () => {
    const server = await startServer(() => ({ body: [] }));
    const { check } = await run('messages', server.url);
    for (const name of ['message-by-operation', 'message-by-channel'])
      expect(check(name)).toMatchObject({
        verdict: 'skipped',
        reason: 'an AsyncAPI step cannot be run here, only HTTP requests can',
      });
    expect(check('request').verdict).not.toBe('skipped');
    expect(server.seen).toHaveLength(1);
  });

  it('skips what needs an API for tests, where a server was not started for them', async () => {
    const nothing = { status: 404, headers: { 'content-type': 'text/html' }, body: 'not found' };
    const without = await run('inbox', (await startServer(() => nothing)).url);
    expect(without.check('code-arrives')).toMatchObject({
      verdict: 'skipped',
      reason: 'the server has no "inbox" API: it was not started for testing',
      findings: [],
    });
    expect(without.check('nothing-elsewhere').verdict).toBe('failed');
    const { url } = await startServer(() => nothing);
    const ours = await run('inbox', '', { target: { name: 'ours', baseUrl: () => url, testing: true } });
    expect(ours.check('code-arrives').verdict).toBe('failed');
    const wrong = await run('inbox', (await startServer(() => ({ status: 500 }))).url);
    expect(wrong.check('code-arrives').verdict).toBe('failed');
  });

  it('skips a check whose contract the target does not have', async () => {
    const { checks } = await run('many', '', { target: { name: 'none', baseUrl: () => undefined } });
    expect(checks[0]).toMatchObject({
      verdict: 'skipped',
      reason: 'the target has no base URL for the contract "shop": name it with --target',
    });
  });

  it('begins no further check after the first failure when it is told to bail', async () => {
    const server = await startServer(() => ({ status: 500 }));
    const { checks, events } = await run('many', server.url, { jobs: 1, bail: true });
    expect(checks).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ type: 'run-finished', info: { interrupted: true } });
  });

  it('ends early when it is told to: open requests are dropped', async () => {
    const ending = new AbortController();
    const server = await startServer(() => {
      setTimeout(() => ending.abort(), 20);
      return { delayMs: 20_000 };
    });
    const { checks, events } = await run('many', server.url, { jobs: 2, signal: ending.signal });
    expect(checks.map(({ verdict }) => verdict)).toEqual(['skipped', 'skipped']);
    expect(events.at(-1)).toMatchObject({ type: 'run-finished', info: { interrupted: true } });
  });

  it('waits for a slow listener', async () => {
    const server = await startServer(() => ({}));
    let telling = 0;
    let most = 0;
    await run('many', server.url, {
      jobs: 1,
      emit: async ({ type }) => {
        telling += 1;
        most = Math.max(most, telling);
        if (type === 'check-finished') await new Promise((resolve) => setTimeout(resolve, 20));
        telling -= 1;
      },
    });
    expect(most).toBe(1);
  });

  it('sends a request again when the kept connection was closed meanwhile', async () => {
    let count = 0;
    const server = await startServer(() => {
      count += 1;
      return { drop: count === 2 };
    });
    const { summary } = await run('many', server.url, { jobs: 1 });
    expect(summary.passed).toBe(4);
  });
});
