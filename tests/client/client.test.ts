import { describe, expect, it } from 'vitest';
import { createClient, createClientOf } from '../../src/client/index.ts';
import type { paths } from '../../src/types/users-v1.ts';

/** A network of our own: keeps what was sent, answers all of it alike. */
function network(status = 200, body: unknown = {}) {
  const sent: Request[] = [];
  const fetch = async (request: Request) => {
    sent.push(request);
    return Response.json(body, { status, headers: { 'x-request-id': 'seen' } });
  };
  return { sent, fetch };
}

const credentials = { login: 'anna', password: 'secret' };

describe('the typed client', () => {
  it('finds every contract under its id on one server, or one contract at its own base URL', async () => {
    const { sent, fetch } = network();
    await createClient('auth-v1', { server: 'http://api.test/', fetch }).POST('/login', {
      body: credentials,
    });
    await createClient('auth-v1', { baseUrl: 'http://auth.test/v1', fetch }).POST('/login', {
      body: credentials,
    });
    await createClient('event-messenger', { server: 'http://api.test', fetch }).GET('/event/{event_id}', {
      params: { path: { event_id: 'a 1' } },
    });
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST http://api.test/auth-v1/login',
      'POST http://auth.test/v1/login',
      'GET http://api.test/event-messenger/event/a%201',
    ]);
  });

  it('is to be had for a document of one’s own, by its types', async () => {
    const { sent, fetch } = network();
    const own = createClientOf<paths>({ baseUrl: 'http://own.test/v2', token: () => 'mine', fetch });
    await own.GET('/me');
    expect(sent.map(({ url, headers }) => [url, headers.get('authorization')])).toEqual([
      ['http://own.test/v2/me', 'Bearer mine'],
    ]);
    expect(sent[0]?.headers.get('x-request-id')).not.toBeNull();
  });

  it('gives every request an id of its own that servers keep', async () => {
    const { sent, fetch } = network();
    const client = createClient('users-v1', { server: 'http://api.test', fetch });
    await client.GET('/me');
    await client.GET('/me');
    await client.GET('/me', { headers: { 'X-Request-ID': 'mine' } });
    const [first, second, third] = sent.map(({ headers }) => headers.get('x-request-id') ?? '');
    expect(first).toMatch(/^[A-Za-z0-9._~:-]{1,128}$/);
    expect(second).not.toBe(first);
    expect(third).toBe('mine');
  });

  it('asks for the token before every request, and sends none while there is none', async () => {
    const { sent, fetch } = network();
    const tokens = [undefined, 'old', 'new'];
    const client = createClient('users-v1', {
      server: 'http://api.test',
      token: async () => tokens.shift(),
      fetch,
    });
    for (const _ of [1, 2, 3]) await client.GET('/me');
    await client.GET('/me', { headers: { Authorization: 'Bearer given' } });
    expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual([
      null,
      'Bearer old',
      'Bearer new',
      'Bearer given',
    ]);
  });

  it('gives a documented refusal as a value', async () => {
    const { fetch } = network(401, { detail: 'Invalid credentials' });
    const client = createClient('auth-v1', { server: 'http://api.test', fetch });
    const { data, error, response } = await client.POST('/login', { body: credentials });
    expect(data).toBeUndefined();
    expect(error?.detail).toBe('Invalid credentials');
    expect(response.headers.get('x-request-id')).toBe('seen');
  });

  it('lets the network’s own failure through', async () => {
    const fetch = () => Promise.reject(new TypeError('fetch failed'));
    const client = createClient('users-v1', { server: 'http://api.test', fetch });
    await expect(client.GET('/me')).rejects.toThrow('fetch failed');
  });
});
