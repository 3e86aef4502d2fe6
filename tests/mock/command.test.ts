import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/cli/run.ts';

const root = `openapi: 3.0.3
info: { title: Things, version: '1' }
paths:
  /things: { $ref: './things.yaml' }
`;
const things = (word: string) =>
  `get: { responses: { 200: { description: ok, content: { application/json: { example: ${word} } } } } }\n`;

let folder: string;
const stops: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sverka-mock-'));
  await writeFile(join(folder, 'api.yaml'), root);
  await writeFile(join(folder, 'things.yaml'), things('first'));
});

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await rm(folder, { recursive: true });
});

/** Runs a command until `stop`; gives what it has written so far. */
function start(...argv: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const written = { out: '', err: '' };
  stdout.on('data', (chunk) => (written.out += chunk));
  stderr.on('data', (chunk) => (written.err += chunk));
  const abort = new AbortController();
  const code = run(argv, {
    stdin: new PassThrough(),
    stdout,
    stderr,
    env: {},
    cwd: folder,
    signal: abort.signal,
  });
  const stop = () => {
    abort.abort();
    return code;
  };
  stops.push(stop);
  return { written, code, stop };
}

async function urlOf(written: { readonly out: string }): Promise<string> {
  return vi.waitFor(() => {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(written.out) ?? [];
    if (url === undefined || !written.out.includes('listening'))
      throw new Error(`not listening yet: ${written.out}`);
    return url;
  }, 10_000);
}

describe('sverka mock', () => {
  it('serves a document, tells each request with its reason, and ends with exit code 0', async () => {
    const { written, stop } = start('mock', 'api.yaml', '-p', '0');
    const url = await urlOf(written);
    expect(await (await fetch(`${url}/things`)).json()).toBe('first');
    await vi.waitFor(() => expect(written.out).toMatch(/GET\s+\/things 200 .*lowest documented 2xx/));
    expect(await stop()).toBe(0);
  });

  it('takes its switches as Prism does, before the document too', async () => {
    const { written } = start('mock', '-p', '0', '--cors=false', '--errors', 'api.yaml');
    const response = await fetch(`${await urlOf(written)}/things`);
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('reloads when a file changes that the document only refers to', async () => {
    const { written } = start('mock', 'api.yaml', '-p', '0');
    const url = await urlOf(written);
    await writeFile(join(folder, 'things.yaml'), things('second'));
    await vi.waitFor(async () => expect(await (await fetch(`${url}/things`)).json()).toBe('second'), 10_000);
  });

  it('goes on with the last good document while a new one is broken', async () => {
    const { written } = start('mock', 'api.yaml', '-p', '0');
    const url = await urlOf(written);
    await writeFile(join(folder, 'api.yaml'), 'openapi: [');
    await vi.waitFor(() => expect(written.err).toContain('goes on as before'), 10_000);
    expect((await fetch(`${url}/things`)).status).toBe(200);
  });

  it('says in one sentence that a port is in use, a file missing, a flag unknown', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const busy = start('mock', 'api.yaml', '-p', port);
    expect(await busy.code).toBe(2);
    expect(busy.written.err).toContain(`the port ${port} is in use`);
    server.close();
    const missing = start('mock', 'nowhere.yaml');
    expect(await missing.code).toBe(2);
    expect(missing.written.err).toContain('nowhere.yaml');
    expect(await start('mock', 'api.yaml', '--bogus').code).toBe(2);
  });
});

describe('sverka proxy', () => {
  const document = `openapi: 3.0.3
info: { title: Numbers, version: '1' }
paths:
  /number: { get: { operationId: number, responses: { 200: { description: ok, content: { application/json: { schema: { type: integer } } } } } } }
  /later: { get: { responses: { 200: { description: ok, content: { application/json: { example: mocked } } } } } }
`;

  async function upstream(): Promise<string> {
    const server = createServer((request, response) => {
      const answers: Record<string, [number, string]> = {
        '/base/number': [200, '"seven"'],
        '/base/later': [501, '""'],
      };
      const [status, body] = answers[request.url ?? ''] ?? [200, '{"unknown":true}'];
      response
        .writeHead(status, { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'] })
        .end(body);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    stops.push(async () => server.close());
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/base`;
  }

  beforeEach(() => writeFile(join(folder, 'numbers.yaml'), document));

  it('forwards, tells what breaks the contract, leaves evidence and ends with exit code 1', async () => {
    const record = 'recorded.arazzo.yaml';
    const { written, stop } = start(
      'proxy',
      'numbers.yaml',
      await upstream(),
      '-p',
      '0',
      '--out',
      'seen',
      '--record',
      record,
    );
    const url = await urlOf(written);
    const response = await fetch(`${url}/number`);
    expect(await response.json()).toBe('seven');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('sl-violations')).toContain('Response body must be integer');
    expect(await (await fetch(`${url}/elsewhere`)).json()).toEqual({ unknown: true });
    expect(await (await fetch(`${url}/later`)).json()).toBe('mocked');
    expect(await stop()).toBe(1);
    const results: unknown = JSON.parse(await readFile(join(folder, 'seen/results.json'), 'utf8'));
    expect(results).toMatchObject({ summary: { failed: 1 }, checks: [{ verdict: 'failed' }, {}, {}] });
    expect(JSON.parse(await readFile(join(folder, 'seen/exchanges.har'), 'utf8'))).toMatchObject({
      log: { entries: { length: 3 } },
    });
    expect(await readFile(join(folder, record), 'utf8')).toContain('operationId: number');
  });

  it('replaces a response that breaks the contract with --errors', async () => {
    const { written } = start('proxy', 'numbers.yaml', await upstream(), '-p', '0', '--errors');
    const url = await urlOf(written);
    expect((await fetch(`${url}/number`)).status).toBe(500);
    expect((await fetch(`${url}/elsewhere`)).status).toBe(404);
  });

  it('answers 502 when the upstream does not answer', async () => {
    const { written } = start('proxy', 'numbers.yaml', 'http://127.0.0.1:9', '-p', '0');
    expect((await fetch(`${await urlOf(written)}/number`)).status).toBe(502);
  });
});
