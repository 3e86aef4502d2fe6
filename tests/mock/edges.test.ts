import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import express from 'express';
import { setupServer } from 'msw/node';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mockMiddleware } from '../../mock/express.ts';
import { createStore, handlersFor } from '../../mock/msw.ts';
import { type MockExchange, type MockServer, serveMock } from '../../mock/node.ts';
import { documentOf, json, mockOf } from './ask.ts';

const document = documentOf({
  '/people': {
    get: { responses: { 200: json({ example: [{ name: 'Ann' }] }) } },
    head: {
      responses: {
        200: { description: 'there', headers: { 'X-Count': { schema: { type: 'integer', example: 3 } } } },
      },
    },
    post: {
      operationId: 'addPerson',
      requestBody: {
        content: {
          'application/json': {
            schema: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
          },
        },
      },
      responses: {
        201: json({ schema: { type: 'object', properties: { name: { type: 'string' } } } }),
        204: { description: 'nothing' },
      },
    },
  },
});

const Pet = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, tags: { type: 'array', items: { type: 'string' } } },
};
const pets = documentOf(
  {
    '/pets': {
      get: { responses: { 200: json({ schema: { type: 'array', items: Pet }, example: [] }) } },
      post: {
        requestBody: {
          content: { 'application/x-www-form-urlencoded': { schema: { ...Pet, required: [] } } },
        },
        responses: { 201: json({ schema: Pet }) },
      },
    },
    '/pets/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      get: { responses: { 200: json({ schema: Pet }) } },
    },
  },
  { servers: [{ url: 'https://pets.example.com/v1' }] },
);

const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(observe?: (exchange: MockExchange) => void): Promise<MockServer> {
  const server = await serveMock(await mockOf(document), {
    port: 0,
    host: '127.0.0.1',
    ...(observe ? { observe } : {}),
  });
  closing.push(() => server.close());
  return server;
}

describe('over HTTP', () => {
  it('a GET has its body, length and CORS headers', async () => {
    const { url } = await serve();
    const response = await fetch(`${url}/people`, { headers: { origin: 'http://app.example' } });
    expect(await response.json()).toEqual([{ name: 'Ann' }]);
    expect(response.headers.get('content-length')).toBe('16');
    expect(response.headers.get('access-control-allow-origin')).toBe('http://app.example');
  });

  it('a HEAD has headers only', async () => {
    const { url } = await serve();
    const response = await fetch(`${url}/people`, { method: 'HEAD' });
    expect(response.headers.get('x-count')).toBe('3');
    expect(await response.text()).toBe('');
  });

  it('a HEAD has no length where the body only stands for one', async () => {
    const answer = () => ({ kind: 'reply', status: 200, headers: {}, body: 'unsent', why: '' }) as const;
    const server = await serveMock(await mockOf(document, { behaviours: [{ answer }] }), {
      port: 0,
      host: '127.0.0.1',
    });
    closing.push(() => server.close());
    const response = await fetch(`${server.url}/people`, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length')]).toEqual([200, null]);
  });

  it('a preflight is answered for every route', async () => {
    const { url } = await serve();
    const response = await fetch(`${url}/people`, {
      method: 'OPTIONS',
      headers: { origin: 'http://app.example', 'access-control-request-method': 'PUT' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-methods')).toBe('PUT');
  });

  it('a body over the limit is 413', async () => {
    const { url } = await serve();
    const response = await fetch(`${url}/people`, { method: 'POST', body: new Uint8Array(11 * 1024 * 1024) });
    expect(response.status).toBe(413);
  });

  it('a body that stops in the middle is what the client asked for', async () => {
    const { url } = await serve();
    const response = await fetch(`${url}/people`, { headers: { prefer: 'fault=malformed' } });
    await expect(response.json()).rejects.toThrow();
  });

  it('a connection that breaks is what the client asked for', async () => {
    const { url } = await serve();
    await expect(fetch(`${url}/people`, { headers: { prefer: 'fault=reset' } })).rejects.toThrow();
  });

  it('an answer that never comes is what the client asked for', async () => {
    const { url } = await serve();
    const asking = fetch(`${url}/people`, {
      headers: { prefer: 'fault=timeout' },
      signal: AbortSignal.timeout(200),
    });
    await expect(asking).rejects.toThrow();
  });

  it('what is no HTTP gets a 400 and leaves the server standing', async () => {
    const { port, url } = await serve();
    const socket = connect(port, '127.0.0.1');
    socket.write('THIS IS NO HTTP\r\n\r\n');
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1.1 400/);
    expect((await fetch(`${url}/people`)).status).toBe(200);
  });

  it('a listener is told of every exchange', async () => {
    const seen: MockExchange[] = [];
    const { url } = await serve((exchange) => seen.push(exchange));
    await fetch(`${url}/people`);
    expect(seen).toMatchObject([
      { request: { path: '/people' }, response: { status: 200, explanation: { source: 'example' } } },
    ]);
  });

  it('another mock can take over', async () => {
    const server = await serve();
    server.replace(
      await mockOf(documentOf({ '/new': { get: { responses: { 200: json({ example: 1 }) } } } })),
    );
    expect((await fetch(`${server.url}/new`)).status).toBe(200);
  });
});

describe('in an Express application', () => {
  async function listen(server: Server): Promise<string> {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(() => server.close());
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  it('answers below its mount, and leaves the rest to the application', async () => {
    const app = express();
    app.use(express.json());
    app.use('/api', mockMiddleware(await mockOf(document)));
    app.use((_request, response) => void response.status(418).end());
    const url = await listen(createServer(app));
    expect(await (await fetch(`${url}/api/people`)).json()).toEqual([{ name: 'Ann' }]);
    expect((await fetch(`${url}/api/other`)).status).toBe(418);
    const created = await fetch(`${url}/api/people`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"name":"Bob"}',
    });
    expect(await created.json()).toEqual({ name: 'Bob' });
  });

  it('takes forms whose body a parser has read, and tells where a thing is for its client', async () => {
    const app = express();
    app.use(express.urlencoded({ extended: true }));
    app.use('/api', mockMiddleware(await mockOf(pets)));
    const url = await listen(createServer(app));
    const body = new URLSearchParams([
      ['tags', 'a'],
      ['tags', 'b'],
    ]);
    const created = await fetch(`${url}/api/pets`, { method: 'POST', body });
    expect(created.headers.get('location')).toBe('/api/pets/1');
    expect(await created.json()).toEqual({ id: 1, tags: ['a', 'b'] });
  });
});

describe('in MSW', () => {
  function intercept(...parameters: Parameters<typeof handlersFor>): void {
    const server = setupServer(...handlersFor(...parameters));
    server.listen({ onUnhandledFrame: 'error' });
    closing.push(() => server.close());
  }

  it('answers requests of the process without a server', async () => {
    intercept(document, {}, { baseUrl: 'https://api.example.com/v1' });
    const response = await fetch('https://api.example.com/v1/people');
    expect(await response.json()).toEqual([{ name: 'Ann' }]);
    const bad = await fetch('https://api.example.com/v1/people', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(bad.status).toBe(422);
  });

  it('leaves requests to other places unhandled', async () => {
    intercept(document, {}, { baseUrl: 'https://api.example.com/v1' });
    await expect(fetch('https://api.example.com/v2/people')).rejects.toThrow();
    await expect(fetch('https://api.example.com/v1/robots')).rejects.toThrow();
  });

  it('tells where a created thing is, base path and all', async () => {
    const server = setupServer(...handlersFor(pets));
    server.listen();
    closing.push(() => server.close());
    const address = 'https://pets.example.com/v1/pets';
    const created = await fetch(address, { method: 'POST', body: new URLSearchParams({ tags: 'a' }) });
    const place = new URL(created.headers.get('location') ?? '', address);
    expect(await (await fetch(place)).json()).toEqual({ id: 1, tags: ['a'] });
  });

  it('lets one test force an answer, on the same state', async () => {
    const store = createStore();
    const server = setupServer(...handlersFor(pets, {}, { store }));
    server.listen();
    closing.push(() => server.close());
    const address = 'https://pets.example.com/v1/pets';
    await fetch(address, { method: 'POST', body: new URLSearchParams({ tags: 'a' }) });
    server.use(...handlersFor(pets, { 'GET /pets': () => new Response(null, { status: 503 }) }, { store }));
    expect((await fetch(address)).status).toBe(503);
    server.resetHandlers();
    expect(await (await fetch(address)).json()).toEqual([{ id: 1, tags: ['a'] }]);
  });

  it('lets one operation be answered by hand, with the mock at hand', async () => {
    intercept(
      document,
      {
        addPerson: async ({ mocked }) => {
          const response = await mocked();
          return response.status === 422 ? undefined : Response.json({ id: 9 }, { status: 201 });
        },
      },
      { baseUrl: 'https://api.example.com' },
    );
    const post = (body: string) =>
      fetch('https://api.example.com/people', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
    expect(await (await post('{"name":"x"}')).json()).toEqual({ id: 9 });
    expect((await post('{}')).status).toBe(422);
  });

  it('answers by hand in the media type that is documented', async () => {
    const problem = { 'application/problem+json': { schema: { type: 'object' } } };
    const path = {
      get: { operationId: 'find', responses: { 404: { description: 'no', content: problem } } },
    };
    intercept(
      documentOf({ '/people': path }),
      { find: ({ reply }) => reply(404, { title: 'Nobody' }) },
      { baseUrl: 'https://api.example.com' },
    );
    const response = await fetch('https://api.example.com/people');
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({ title: 'Nobody' });
  });

  it('begins anew when its store is reset', async () => {
    const store = createStore();
    const schema = { type: 'object', properties: { id: { type: 'integer' }, name: { type: 'string' } } };
    const person = documentOf({
      '/people': {
        post: {
          requestBody: { content: { 'application/json': { schema } } },
          responses: { 201: json({ schema }) },
        },
      },
      '/people/{id}': { get: { responses: { 200: json({ schema }) } } },
    });
    intercept(person, {}, { baseUrl: 'https://api.example.com', store });
    const body = JSON.stringify({ name: 'Bob' });
    const headers = { 'content-type': 'application/json' };
    await fetch('https://api.example.com/people', { method: 'POST', body, headers });
    expect(Object.keys(store.snapshot(''))).toHaveLength(1);
    store.reset();
    expect(store.snapshot('')).toEqual({});
  });

  it.for([
    ['an override of no operation', document, { addPersn: () => undefined }, 'there are GET /people'],
    [
      'a document in several files',
      documentOf({ '/people': { $ref: './people.yaml' } }),
      {},
      'the document refers to "./people.yaml"',
    ],
  ] as const)('says at the first request what is wrong with %s', async ([_, source, overrides, words]) => {
    const complained = vi.spyOn(console, 'error').mockImplementation(() => {});
    intercept(source, overrides, { baseUrl: 'https://api.example.com' });
    const response = await fetch('https://api.example.com/people').catch((error) => error);
    const told = [String(response.cause ?? ''), ...complained.mock.calls.flat().map(String)].join();
    const body = response instanceof Response ? await response.text() : '';
    complained.mockRestore();
    expect(told + body).toContain(words);
  });
});
