import { expect, test } from 'vitest';
import { defaultLimits } from '../../src/server/limits/limit.ts';
import { inMemory, type Subject, startSubject } from './subject.ts';

const limits = { ...defaultLimits, address: { ...defaultLimits.address, tries: 3 } };

/** Starts a server that shuts an address out after three wrong logins; stopped with `using`. */
async function behind(trustProxy: number | string | undefined): Promise<Subject & AsyncDisposable> {
  const subject = await startSubject({ ...inMemory, limits, trustProxy });
  return { ...subject, [Symbol.asyncDispose]: () => subject.server.close() };
}

/** The status of a fourth wrong login, after three by another client whose `X-Forwarded-For` was this. */
async function afterThreeOf(subject: Subject, first: string, then: string): Promise<number> {
  for (const round of [1, 2, 3]) await guess(subject, `nobody-${round}`, first);
  return guess(subject, 'nobody-4', then);
}

async function guess(subject: Subject, login: string, forwarded: string): Promise<number> {
  const request = { body: { login, password: 'wrong' }, headers: { 'x-forwarded-for': forwarded } };
  return (await subject.ask('auth-v1/login', request)).status;
}

const [one, other, outer] = ['203.0.113.1', '203.0.113.2', '198.51.100.7'];

test.each([1, '127.0.0.0/8', 'loopback', '10.0.0.1, 127.0.0.1'])(
  'clients behind a trusted proxy are told apart: %s',
  async (trustProxy) => {
    await using subject = await behind(trustProxy);
    expect(await afterThreeOf(subject, one, other)).toBe(401);
    expect(await guess(subject, 'nobody-5', one)).toBe(429);
  },
);

test.each([undefined, 0, '10.0.0.0/8'])(
  'where the proxy is not trusted (%s), nobody gets another address by a header',
  async (trustProxy) => {
    await using subject = await behind(trustProxy);
    expect(await afterThreeOf(subject, one, other)).toBe(429);
  },
);

test('what a client writes into the header itself is not believed: the proxies’ own entries come last', async () => {
  await using subject = await behind(1);
  expect(await afterThreeOf(subject, `${outer}, ${one}`, `${other}, ${one}`)).toBe(429);
});

test('of two proxies both are passed over', async () => {
  await using subject = await behind(2);
  expect(await afterThreeOf(subject, `${one}, ${outer}`, `${other}, ${outer}`)).toBe(401);
});

test('the addresses of one IPv6 network are one client, those of another are not', async () => {
  await using subject = await behind(1);
  expect(await afterThreeOf(subject, '2001:db8:0:7::1', '2001:0db8:0:7:ffff::2')).toBe(429);
  expect(await guess(subject, 'nobody-5', '2001:db8:0:8::1')).toBe(401);
});

test('IPv4 in its IPv6 form is no network', async () => {
  await using subject = await behind(1);
  expect(await afterThreeOf(subject, `::ffff:${one}`, `::ffff:${other}`)).toBe(401);
});
