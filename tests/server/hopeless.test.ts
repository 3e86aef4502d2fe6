import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RawHttp, sendBytes, toBytes } from '../support/raw-http.ts';
import { inMemory, type Subject, startSubject } from './subject.ts';

let subject: Subject;
beforeAll(async () => {
  subject = await startSubject(inMemory);
});
afterAll(() => subject.server.close());

const me = { method: 'GET', target: '/users-v1/me' } as const;
const close = ['Connection', 'close'] as const;

const requests: readonly [string, number, Omit<RawHttp, 'headers'>, ...(readonly [string, string])[]][] = [
  ['a request without a Host', 400, me],
  ['a request with two Hosts', 400, me, ['Host', 'a'], ['Host', 'b']],
  ['a target that is no URL', 400, { ...me, target: 'http://[/users-v1/me' }, ['Host', 'a']],
  ['an empty URL', 400, { ...me, target: 'http://' }, ['Host', 'a']],
  ['an expectation nobody knows', 417, me, ['Host', 'a'], ['Expect', 'the-unexpected']],
  ['a tunnel', 405, { method: 'CONNECT', target: 'example.com:443' }, ['Host', 'a']],
  ['a method nobody knows', 400, { ...me, method: 'BREW' }, ['Host', 'a']],
  ['headers of 20 kB', 431, me, ['Host', 'a'], ['X-Long', 'a'.repeat(20_000)]],
];

test.each(requests)('%s gets a %i with a request id', async (_name, status, request, ...headers) => {
  const bytes = toBytes({ ...request, headers: [...headers, close] });
  expect(await sendBytes(subject.server.url ?? '', bytes)).toMatchObject({
    status,
    headers: { 'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) },
  });
});

test('a whole URL for a target is taken by its path', async () => {
  const request = { method: 'GET', target: 'http://a.example/users-v1/me' };
  const bytes = toBytes({ ...request, headers: [['Host', 'a.example'], close] });
  expect(await sendBytes(subject.server.url ?? '', bytes)).toMatchObject({ status: 401 });
});

test('HTTP/1.0 needs no Host', async () => {
  const bytes = toBytes({ ...me, headers: [], version: 'HTTP/1.0' });
  expect(await sendBytes(subject.server.url ?? '', bytes)).toMatchObject({ status: 401 });
});
