import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshPayment } from './cases/webhook-2can.ts';
import { detailOf, faultsOf, freshUser, inMemory, register, type Subject, startSubject } from './subject.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let subject: Subject;
beforeAll(async () => {
  subject = await startSubject(inMemory);
});
afterAll(() => subject.server.close());

describe('X-Request-ID', () => {
  const outcomes: readonly [string, string, Parameters<Subject['ask']>[1], number][] = [
    ['success', 'webhook-2can/', { body: freshPayment() }, 200],
    ['broken JSON', 'webhook-2can/', { body: '{"Id":' }, 422],
    ['a refusal', 'users-v1/me', {}, 401],
    ['an unknown path', 'auth-v1/nothing', {}, 404],
    ['a path of no contract', 'nothing', {}, 404],
    ['a wrong method', 'auth-v1/login', {}, 405],
    ['a body too large', 'webhook-2can/', { body: { Id: 'x'.repeat(1_100_000) } }, 413],
    ['a defect', 'webhook-2can/', { body: freshPayment(), prefer: 'fault=internal-error' }, 500],
    [
      'a database that is gone',
      'webhook-2can/',
      { body: freshPayment(), prefer: 'fault=database-unavailable' },
      503,
    ],
    ['a preflight', 'auth-v1/login', { method: 'OPTIONS', headers: { origin: 'http://a.example' } }, 204],
  ];

  test.each(outcomes)('is on %s, and is the one that was sent', async (_outcome, path, request, status) => {
    const answer = await subject.ask(path, {
      ...request,
      headers: { ...request?.headers, 'x-request-id': 'mine.1~2:3' },
    });
    expect([answer.status, answer.headers.get('x-request-id')]).toEqual([status, 'mine.1~2:3']);
  });

  test.each(['with space', 'ключ', 'a'.repeat(129), '<script>', ''])(
    'replaces %j by a new one',
    async (id) => {
      const answer = await subject.ask('users-v1/me', { headers: { 'x-request-id': encodeURI(id) } });
      expect(answer.headers.get('x-request-id')).toMatch(UUID);
    },
  );

  test('is on the answer to what is no HTTP at all', async () => {
    const socket = connect(Number(new URL(subject.server.url ?? '').port), '127.0.0.1');
    socket.write('NOT HTTP\r\n\r\n');
    const [chunk] = await once(socket, 'data');
    expect(String(chunk)).toMatch(/^HTTP\/1\.1 400 [\s\S]*X-Request-ID: [0-9a-f-]{36}/);
  });
});

describe('methods and paths', () => {
  test('a wrong method tells the right ones', async () => {
    const answer = await subject.ask('users-v1/me', { method: 'DELETE' });
    expect([answer.status, detailOf(answer)]).toEqual([405, 'Method Not Allowed']);
    expect(answer.headers.get('allow')?.split(', ').toSorted()).toEqual(['GET', 'HEAD', 'OPTIONS']);
  });

  test('HEAD is answered like GET, without a body', async () => {
    const { access_token: token } = await register(subject);
    const answer = await subject.ask('users-v1/me', { method: 'HEAD', token });
    expect([answer.status, answer.body]).toEqual([200, undefined]);
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(100);
  });

  test('a slash at the end makes no difference', async () => {
    for (const path of ['webhook-2can', 'webhook-2can/']) {
      expect((await subject.ask(path, { body: freshPayment() })).status).toBe(200);
    }
    expect((await subject.ask('auth-v1/login/', { body: { login: 'nobody', password: 'x' } })).status).toBe(
      401,
    );
  });
});

describe('bodies', () => {
  test.each([
    ['broken JSON', '{"Id":', 'json_invalid body/6'],
    ['a list', '[]', 'model_attributes_type body'],
    ['nothing', '', 'missing body'],
    ['U+0000', JSON.stringify({ ...freshPayment(), Description: 'a\0b' }), 'json_invalid'],
    ['half a surrogate pair', `{"Id":"\\ud800"}`, 'json_invalid'],
  ])('%s is invalid input', async (_name, body, fault) => {
    const answer = await subject.ask('webhook-2can/', { body });
    expect(answer.status).toBe(422);
    expect(faultsOf(answer)[0]).toContain(fault);
  });

  test('another media type is invalid input', async () => {
    const answer = await subject.ask('webhook-2can/', {
      body: 'a=b',
      headers: { 'content-type': 'text/plain' },
    });
    expect([answer.status, faultsOf(answer)]).toEqual([422, ['model_attributes_type body']]);
  });

  test('one byte over the limit is too large, however it is sent', async () => {
    const length = 1_048_577;
    const known = await subject.ask('webhook-2can/', { body: ' '.repeat(length) });
    expect([known.status, known.body]).toEqual([413, { detail: 'Request body too large' }]);
    const request = httpRequest(`${subject.server.url}/webhook-2can/`, { method: 'POST' });
    for (const size of [length - 1, 1]) request.write(' '.repeat(size));
    request.end();
    const [response] = await once(request, 'response');
    expect(response.statusCode).toBe(413);
    response.resume();
  });
});

test('who still sends when the body is too large gets to read why, also where the connection then closes', async () => {
  for (let round = 0; round < 20; round += 1) {
    const request = httpRequest(`${subject.server.url}/webhook-2can/`, {
      method: 'POST',
      agent: false,
      headers: { 'content-length': 8_000_000 },
    });
    request.end(Buffer.alloc(8_000_000, ' '));
    const [response] = await once(request, 'response');
    expect(response.statusCode).toBe(413);
    response.resume();
  }
});

describe('other origins', () => {
  test('may call and read the headers that matter', async () => {
    const preflight = await subject.ask('auth-v1/login', {
      method: 'OPTIONS',
      headers: {
        origin: 'http://a.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-request-id',
      },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('x-request-id');
    const answer = await subject.ask('users-v1/me', { headers: { origin: 'http://a.example' } });
    expect(answer.headers.get('access-control-expose-headers')).toContain('X-Request-ID');
  });

  test('get protective headers and no word about what runs here', async () => {
    const { headers } = await subject.ask('users-v1/me');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.has('x-powered-by')).toBe(false);
  });
});

describe('health', () => {
  test('tells that the process lives and that its database answers', async () => {
    expect((await subject.ask('healthz/live')).body).toEqual({ status: 'live' });
    expect((await subject.ask('healthz/ready')).body).toEqual({ status: 'ready' });
  });
});

describe('preferences', () => {
  test('those that make no sense are not applied', async () => {
    const answer = await subject.ask('users-v1/me', { prefer: 'clock=tomorrow, fault=everything, wait=5' });
    expect([answer.status, answer.headers.has('preference-applied')]).toEqual([401, false]);
  });

  test('a server that is not for testing ignores them', async () => {
    const production = await startSubject({ ...inMemory, testing: false });
    try {
      const body = freshUser();
      const answer = await production.ask('auth-v1/register', { body, prefer: 'fault=internal-error' });
      expect([answer.status, answer.headers.has('preference-applied')]).toEqual([201, false]);
    } finally {
      await production.server.close();
    }
  });
});
