import { request as httpRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { createRouter } from '../../src/contract/router.ts';
import type { Contract } from '../../src/contract/types.ts';
import { validateResponse } from '../../src/contract/validate-response.ts';
import type { components } from '../../src/types/control.ts';
import { askForCode } from './by-code.ts';
import { type RunningMock, runMock } from './run-mock.ts';

type Schemas = components['schemas'];

let mock: RunningMock;
let control: Contract;
beforeAll(async () => {
  mock = await runMock('--verboseLevel', 'error');
  const { contract } = await loadContract('spec/control.yaml');
  if (contract === undefined) throw new Error('no control contract');
  control = contract;
});
afterAll(() => mock?.stop());
/** As if just started: what a test did stays in it. */
afterEach(async () => {
  await api('DELETE', '/state');
  const { body } = await api<Schemas['Sessions']>('GET', '/sessions');
  for (const { session } of body.sessions) await api('DELETE', `/sessions/${session}`);
});

interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Calls the control API, and holds each answer against its contract. */
async function api<Body>(
  method: string,
  path: string,
  options: { session?: string; body?: unknown } = {},
): Promise<Answer<Body>> {
  const response = await fetch(`${mock.url}/_sverka/api${path}`, {
    method,
    headers: {
      ...(options.session === undefined ? {} : { 'x-mock-session': options.session }),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = await response.text();
  const routed = createRouter(control)(method, path.split('?')[0] ?? '');
  if (routed.kind === 'found') {
    const { violations } = validateResponse(control, routed.operation, {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: text === '' ? undefined : new TextEncoder().encode(text),
    });
    expect(violations.map(({ message, path: where }) => `${where.join('.')} ${message}`)).toEqual([]);
  }
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

const login = (
  headers: Record<string, string> = {},
  body: unknown = { login: 'nobody', password: 'wrong-password' },
) =>
  fetch(`${mock.url}/auth-v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const force = (body: Schemas['Override'], session?: string) =>
  api('PUT', '/overrides/auth-v1/login', { body, ...(session === undefined ? {} : { session }) });

describe('the journal', () => {
  it('tells of each request, newest first, why it was answered so', async () => {
    await login({ 'x-request-id': 'first' });
    await login({ 'x-request-id': 'second', prefer: 'code=503' });
    const { body } = await api<Schemas['Requests']>('GET', '/requests?limit=2');
    expect(body.requests.map(({ requestId, status, source }) => [requestId, status, source])).toEqual([
      ['second', 503, 'example'],
      ['first', 401, 'implementation'],
    ]);
    expect(body.requests[0]).toMatchObject({
      operation: 'auth-v1.login',
      example: 'database-error',
      path: '/auth-v1/login',
    });
    expect(body.requests[1]?.reasons).toContainEqual({ slot: 'route', text: 'login' });
  });

  it('shows one request in full', async () => {
    await login();
    const { body } = await api<Schemas['Requests']>('GET', '/requests');
    const { body: details } = await api<Schemas['RequestDetails']>(
      'GET',
      `/requests/${body.requests[0]?.id}`,
    );
    expect(details.route).toBe('POST /login');
    expect(details.request.body?.text).toBe('{"login":"nobody","password":"wrong-password"}');
    expect(details.response.body?.text).toBe('{"detail":"Invalid credentials"}');
  });

  it('is what `Prefer: explain` links to', async () => {
    const response = await login({ prefer: 'explain' });
    const [, id] = /_sverka\/#\/requests\/(\w+)/.exec(response.headers.get('link') ?? '') ?? [];
    expect((await api<Schemas['RequestDetails']>('GET', `/requests/${id}`)).status).toBe(200);
  });

  it('names what a request broke', async () => {
    await login({}, { login: 5 });
    const { body } = await api<Schemas['Requests']>('GET', '/requests');
    expect(body.requests[0]?.violations.map(({ location }) => location.join('.'))).toContain(
      'request.body.login',
    );
  });

  it('forgets when asked to, and what was never there is 404', async () => {
    await login();
    expect((await api('DELETE', '/requests')).status).toBe(204);
    expect((await api<Schemas['Requests']>('GET', '/requests')).body.requests).toEqual([]);
    expect((await api('GET', '/requests/none')).status).toBe(404);
  });
});

describe('a forced response', () => {
  it('is given whatever the request is like, until it is cleared', async () => {
    expect((await force({ status: 503 })).body).toEqual({ status: 503 });
    const broken = await login({}, { login: 5 });
    expect([broken.status, await broken.json()]).toEqual([503, { detail: 'Database error' }]);
    await api('DELETE', '/overrides/auth-v1/login');
    expect((await login()).status).toBe(401);
  });

  it('can be named by its example alone', async () => {
    expect((await force({ example: 'tokens' })).body).toEqual({ status: 200, example: 'tokens' });
    expect((await login()).status).toBe(200);
  });

  it('can have a status, body and headers nobody documented', async () => {
    await force({ status: 418, body: { short: 'and stout' }, headers: { 'X-Pot': 'tea' } });
    const response = await login();
    expect([response.status, response.headers.get('x-pot'), await response.json()]).toEqual([
      418,
      'tea',
      { short: 'and stout' },
    ]);
  });

  it('holds for as many requests as it says', async () => {
    await force({ status: 503, times: 2 });
    const statuses = [await login(), await login(), await login()].map(({ status }) => status);
    expect(statuses).toEqual([503, 503, 401]);
    const { body } = await api<Schemas['Operations']>('GET', '/operations');
    expect(body.operations.filter(({ override }) => override !== undefined)).toEqual([]);
  });

  it('gives way to a request that asks for a response itself', async () => {
    await force({ status: 503 });
    expect((await login({ prefer: 'code=429' })).status).toBe(429);
  });

  it('that is only a fault leaves the rest to the implementation', async () => {
    await force({ fault: 'reset', times: 1 });
    await expect(login()).rejects.toThrow();
    expect((await login()).status).toBe(401);
  });

  it('is refused where there is no such example, contract or operation, with what there is', async () => {
    const wrong = await force({ status: 401, example: 'wrong' });
    expect([wrong.status, wrong.body]).toEqual([
      422,
      { message: 'login has no example "wrong" for 401; it has invalid-credentials' },
    ]);
    const signin = await api<Schemas['Error']>('PUT', '/overrides/auth-v1/signin', { body: { status: 401 } });
    expect(signin.status).toBe(404);
    expect(signin.body.message).toContain('login');
    expect((await api('PUT', '/overrides/nothing/login', { body: { status: 401 } })).status).toBe(404);
    expect((await force({ status: 99 })).status).toBe(422);
  });
});

describe('operations', () => {
  it('are listed with all responses that can be forced, and what is forced', async () => {
    await force({ status: 401 });
    const { body } = await api<Schemas['Operations']>('GET', '/operations');
    const found = body.operations.find(({ operation }) => operation === 'login');
    expect(found).toMatchObject({
      contract: 'auth-v1',
      method: 'POST',
      path: '/auth-v1/login',
      override: { status: 401 },
    });
    expect(found?.responses).toContainEqual({ status: '401', examples: ['invalid-credentials'] });
  });

  it('are each described, references resolved', async () => {
    const { body: list } = await api<Schemas['Operations']>('GET', '/operations');
    for (const { contract, operation } of list.operations) {
      const { status } = await api('GET', `/operations/${contract}/${operation}`);
      expect(status).toBe(200);
    }
    const { body } = await api<Schemas['Documentation']>('GET', '/operations/users-v1/getUser');
    const members = body.responses.find(({ status }) => status === '200')?.contents[0]?.members ?? [];
    expect(members.map(({ path }) => path)).toContain('contacts[].value');
  });
});

describe('who visits the mock in a browser', () => {
  const visit = (accept: string) => fetch(`${mock.url}/`, { headers: { accept }, redirect: 'manual' });

  it('is led to the console, a program is not', async () => {
    const page = await visit('text/html,application/xhtml+xml,*/*;q=0.8');
    expect([page.status, page.headers.get('location')]).toEqual([302, '/_sverka/']);
    expect((await visit('application/json')).status).not.toBe(302);
  });
});

describe('a document alone', () => {
  let alone: RunningMock;
  beforeAll(async () => {
    alone = await runMock('fixtures/documents/without-examples.yaml', '--verboseLevel', 'error');
  });
  afterAll(() => alone?.stop());
  const look = async (path: string) => (await fetch(`${alone.url}/_sverka/api${path}`)).json();

  it('is shown at the paths that were announced', async () => {
    const { operations }: Schemas['Operations'] = await look('/operations');
    expect(operations.map(({ path }) => path)).toContain('/books');
  });

  it('has forced bodies in the media type of its own', async () => {
    await fetch(`${alone.url}/_sverka/api/overrides/without-examples/placeOrder`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ status: 402, body: { title: 'Pay first' }, times: 1 }),
    });
    const response = await fetch(`${alone.url}/shops/abc/orders`, { method: 'POST' });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      402,
      'application/problem+json',
    ]);
    expect(await response.json()).toEqual({ title: 'Pay first' });
  });

  it('comes with values to try it by, and the place of its credentials', async () => {
    const described: Schemas['Documentation'] = await look('/operations/without-examples/placeOrder');
    expect(described.credentials).toEqual([{ in: 'header', name: 'X-API-Key', value: 'key' }]);
    expect(described.parameters[0]).toMatchObject({
      name: 'shop',
      example: expect.stringMatching(/^[a-z]{3}$/),
    });
    expect(described.body?.contents[0]?.examples).toEqual([
      { name: 'sample', value: { lines: expect.any(Array) } },
    ]);
  });
});

describe('sessions', () => {
  const register = (session: string, name: string) =>
    fetch(`${mock.url}/auth-v1/register`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(session === '' ? {} : { 'x-mock-session': session }),
      },
      body: JSON.stringify({
        second_login: name,
        email: `${name}@example.com`,
        phone: '+79041230078',
        password: 'secret-secret-1',
        group_names: ['customer'],
      }),
    });

  it('see only what was written in them', async () => {
    const statuses = await Promise.all(
      ['one', 'two', ''].map(async (session) => (await register(session, 'the-same')).status),
    );
    expect(statuses).toEqual([201, 201, 201]);
    expect((await register('one', 'the-same')).status).toBe(400);
  });

  it('begin anew when they are reset, the others do not', async () => {
    await register('one', 'kept');
    await register('two', 'kept');
    await force({ status: 503 }, 'one');
    expect((await api('DELETE', '/state', { session: 'one' })).status).toBe(204);
    expect((await register('one', 'kept')).status).toBe(201);
    expect((await register('two', 'kept')).status).toBe(400);
    expect((await login({ 'x-mock-session': 'one' })).status).toBe(401);
  });

  it('are refused under a name that is none, rather than mixed with the shared one', async () => {
    const response = await login({ 'x-mock-session': 'my test #1' });
    expect(response.status).toBe(422);
    expect((await response.json()).detail).toContain('X-Mock-Session: "my test #1" names no session');
  });

  it('have forced responses and requests of their own', async () => {
    await force({ status: 503 }, 'one');
    expect((await login({ 'x-mock-session': 'one' })).status).toBe(503);
    expect((await login()).status).toBe(401);
    const own = await api<Schemas['Requests']>('GET', '/requests', { session: 'one' });
    expect(own.body.requests.map(({ session, status }) => [session, status])).toEqual([['one', 503]]);
    const all = await api<Schemas['Requests']>('GET', '/requests?all=true');
    expect(all.body.requests.map(({ status }) => status)).toEqual([401, 503]);
  });

  it('are opened, listed and closed; a name that is not open is 404', async () => {
    expect((await api<Schemas['Session']>('PUT', '/sessions/mine')).body.session).toBe('mine');
    expect(
      (await api<Schemas['Sessions']>('GET', '/sessions')).body.sessions.map(({ session }) => session),
    ).toEqual(['mine']);
    expect((await api('GET', '/inbox', { session: 'mine' })).body).toEqual({ messages: [] });
    expect((await api('DELETE', '/sessions/mine')).status).toBe(204);
    expect((await api('DELETE', '/sessions/mine')).status).toBe(404);
    expect((await api('GET', '/requests', { session: 'mine' })).status).toBe(404);
    expect((await api('PUT', '/sessions/no%20name')).status).toBe(422);
  });
});

describe('the inbox', () => {
  it('has what the implementation sent, at both addresses', async () => {
    const to = await askForCode(mock.url, 'reader');
    const { body: found } = await api<Schemas['Inbox']>('GET', `/inbox?to=${to}`);
    expect(found.messages.map(({ channel, code }) => [channel, code?.length])).toEqual([['mail', 6]]);
    expect(await (await fetch(`${mock.url}/control/inbox?to=${to}`)).json()).toEqual(found);
    expect((await api('DELETE', '/inbox')).status).toBe(204);
    expect((await api('GET', '/inbox')).body).toEqual({ messages: [] });
  });

  it('of one session has nothing of another', async () => {
    await askForCode(mock.url, 'reader', { 'x-mock-session': 'one' });
    expect((await api('GET', '/inbox')).body).toEqual({ messages: [] });
    const own = await api<Schemas['Inbox']>('GET', '/inbox', { session: 'one' });
    expect(own.body.messages).toHaveLength(1);
  });
});

describe('who is let in', () => {
  it('nobody who came by another host name, which is what DNS rebinding looks like', async () => {
    expect(await statusFor({ host: 'rebound.example.com' })).toBe(403);
    expect(await statusFor({ host: 'localhost:4010' })).toBe(200);
    expect(await statusFor({ host: '192.0.2.7' })).toBe(200);
  });

  it('no page of another site, and a page on another port of this machine', async () => {
    expect(await statusFor({ origin: 'https://example.com' })).toBe(403);
    expect(await statusFor({ origin: 'http://192.0.2.66' })).toBe(403);
    expect(await statusFor({ origin: 'null' })).toBe(403);
    expect(await statusFor({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(403);
    expect(await statusFor({ origin: 'http://localhost:5173' })).toBe(200);
  });

  it('who is refused finds the request by its id', async () => {
    const response = await fetch(`${mock.url}/_sverka/`, {
      headers: { origin: 'https://example.com', 'x-request-id': 'mine' },
    });
    expect([response.status, response.headers.get('x-request-id')]).toEqual([403, 'mine']);
  });

  it('contracts stay open to every origin, the control API does not become so', async () => {
    const asked = { origin: 'https://example.com', 'access-control-request-method': 'DELETE' };
    const contract = await fetch(`${mock.url}/auth-v1/login`, { method: 'OPTIONS', headers: asked });
    expect(contract.headers.get('access-control-allow-origin')).toBe('https://example.com');
    const api = await fetch(`${mock.url}/_sverka/api/state`, { method: 'OPTIONS', headers: asked });
    expect([api.status, api.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  /** The status of a look at the state with these headers, which `fetch` would not send. */
  function statusFor(headers: Record<string, string>): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      httpRequest(`${mock.url}/_sverka/api/state`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
  }
});

describe('bad input', () => {
  it('is answered in one sentence', async () => {
    const broken = await fetch(`${mock.url}/_sverka/api/overrides/auth-v1/login`, {
      method: 'PUT',
      body: '{"status":',
    });
    expect(broken.status).toBe(422);
    expect((await api('GET', '/requests?limit=0')).status).toBe(422);
    expect((await api('GET', '/nothing')).status).toBe(404);
    const posted = await api('POST', '/state');
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, DELETE']);
  });

  it('whose media type is not taken is told which is', async () => {
    const body = new URLSearchParams({ status: '503' });
    const response = await fetch(`${mock.url}/_sverka/api/overrides/auth-v1/login`, { method: 'PUT', body });
    expect(await response.json()).toEqual({
      message: expect.stringMatching(/^content type '.*' is not accepted, accepted: application\/json$/),
    });
  });
});

describe('events', () => {
  it('tell of requests as they come', async () => {
    const stop = new AbortController();
    const stream = await fetch(`${mock.url}/_sverka/api/events`, { signal: stop.signal });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    await login({ 'x-request-id': 'watched' });
    let text = '';
    for await (const chunk of stream.body ?? []) {
      text += new TextDecoder().decode(chunk);
      if (text.includes('watched')) break;
    }
    stop.abort();
    expect(text).toMatch(/event: request\ndata: \{.*"requestId":"watched"/);
  });
});
