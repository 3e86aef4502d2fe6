import { randomInt, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Answer } from '../../support/http.ts';
import type { Asked } from '../subject.ts';

const ten = Array.from({ length: 10 }, (_, index) => index);

/** What codes by mail and SMS promise: lifetime, tries, one winner. */
export function codeCases(subject: () => Asked): void {
  const request = (login: string, prefer = '') =>
    subject().ask('auth-v2/v2/auth/passwordRecovery', { body: { login }, prefer });
  const enter = (login: string, code: string, prefer = '') =>
    subject().ask('auth-v2/v2/auth/code', { body: { login, code }, prefer });
  const codeFor = async (login: string) => {
    expect((await request(login)).status).toBe(200);
    return latestCode(subject(), login);
  };

  test('a code logs in once, and the token it gives is known to every contract', async () => {
    const { email } = await registerPerson(subject());
    const code = await codeFor(email);
    const answer = await enter(email, code);
    expect(answer.status).toBe(200);
    expect((await subject().ask('users-v1/me', { token: tokenOf(answer) })).status).toBe(200);
    expect(refusalOf(await enter(email, code))).toEqual([422, 106, 'code']);
  });

  test('of ten uses of one code at once, one succeeds', async () => {
    const { phone } = await registerPerson(subject());
    const code = await codeFor(phone);
    const answers = await Promise.all(ten.map(() => enter(phone, code)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...ten.slice(1).map(() => 422)]);
  });

  test('of ten requests for a code at once, one sends it', async () => {
    const { email } = await registerPerson(subject());
    const answers = await Promise.all(ten.map(() => request(email)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...ten.slice(1).map(() => 429)]);
    expect(await inbox(subject(), email)).toHaveLength(1);
  });

  test('guesses sent at once kill a code like guesses sent one by one', async () => {
    const { email } = await registerPerson(subject());
    const code = await codeFor(email);
    await Promise.all(ten.slice(0, 5).map((index) => enter(email, `guess-${index}`)));
    expect(refusalOf(await enter(email, code))).toEqual([422, 106, 'code']);
  });

  test('the right code at the fifth try is right', async () => {
    const { email } = await registerPerson(subject());
    const code = await codeFor(email);
    for (const wrong of ['1', '22', '333', '4444']) expect((await enter(email, wrong)).status).toBe(422);
    expect((await enter(email, code)).status).toBe(200);
  });

  test('wrong codes are limited across codes: after ten in a row even a new one waits a quarter of an hour', async () => {
    const { email } = await registerPerson(subject());
    await codeFor(email);
    for (const _ of ten) expect((await enter(email, 'wrong')).status).toBe(422);
    await request(email, 'clock=PT2M');
    const code = await latestCode(subject(), email);
    const refused = await enter(email, code, 'clock=PT2M1S');
    expect(refusalOf(refused)).toEqual([429, 429, null]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await request(email, 'clock=PT16M');
    expect((await enter(email, await latestCode(subject(), email), 'clock=PT16M1S')).status).toBe(200);
  });

  test('a code lives ten minutes to the second', async () => {
    const [early, late] = [await registerPerson(subject()), await registerPerson(subject())];
    const codes = [await codeFor(early.email), await codeFor(late.email)];
    expect((await enter(early.email, codes[0] ?? '', 'clock=PT9M50S')).status).toBe(200);
    expect(refusalOf(await enter(late.email, codes[1] ?? '', 'clock=PT10M1S'))).toEqual([422, 106, 'code']);
  });

  test('another code may be asked for after a minute and kills the one before; before that the time is told', async () => {
    const { email } = await registerPerson(subject());
    const first = await codeFor(email);
    const refused = await request(email, 'clock=PT30S');
    expect(refusalOf(refused)).toEqual([429, 105, 'login']);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(20);
    expect(wait).toBeLessThanOrEqual(30);
    expect((await request(email, 'clock=PT1M1S')).status).toBe(200);
    expect((await enter(email, first)).status).toBe(422);
    expect((await enter(email, await latestCode(subject(), email))).status).toBe(200);
  });

  test('mail and SMS have a code each, and neither takes the other’s', async () => {
    const { email, phone } = await registerPerson(subject());
    const [byMail, bySms] = [await codeFor(email), await codeFor(phone)];
    if (byMail !== bySms) expect((await enter(email, bySms)).status).toBe(422);
    expect((await enter(email, byMail)).status).toBe(200);
    expect((await enter(phone, bySms)).status).toBe(200);
  });

  test('a failed request leaves neither a code nor a message', async () => {
    const { email } = await registerPerson(subject());
    expect((await request(email, 'fault=database-unavailable')).status).toBe(503);
    expect(await inbox(subject(), email)).toEqual([]);
    expect((await request(email)).status).toBe(200);
  });

  test('a login that only looks like a phone gets no code: its owner need not have that phone', async () => {
    const phone = freshPhone();
    const body = { second_login: phone.replace('+7', '8'), email: freshEmail(), phone: freshPhone() };
    const account = { ...body, password: 'correct horse', group_names: ['customer'] };
    expect((await subject().ask('auth-v1/register', { body: account })).status).toBe(201);
    expect(refusalOf(await request(phone))).toEqual([404, 101, 'login']);
  });

  test('who asks for another’s verification again and again shuts nobody out but himself', async () => {
    const [anna, boris] = [await registerPerson(subject()), await registerPerson(subject())];
    const verify = (token: string) =>
      subject().ask('auth-v2/v2/auth/verification', { body: { login: anna.email }, token });
    for (const _ of ten.slice(0, 5)) expect((await verify(boris.token)).status).toBe(404);
    expect((await verify(boris.token)).status).toBe(429);
    expect((await verify(anna.token)).status).toBe(200);
  });

  test('logins nobody has are asked for five times, then wait', async () => {
    const email = freshEmail();
    for (const _ of ten.slice(0, 5)) expect((await request(email)).status).toBe(404);
    expect(refusalOf(await request(email))).toEqual([429, 429, null]);
  });
}

export function freshEmail(): string {
  return `v2-${randomUUID().slice(0, 13)}@example.com`;
}

export function freshPhone(): string {
  return `+7916${randomInt(1_000_000, 10_000_000)}`;
}

/** Registers by auth-v2. */
export async function registerPerson(subject: Asked) {
  const person = { email: freshEmail(), phone: freshPhone(), password: 'correct horse battery' };
  const answer = await subject.ask('auth-v2/v2/auth/registration', { body: registrationOf(person) });
  expect(answer.status).toBe(200);
  return { ...person, token: tokenOf(answer) };
}

export function registrationOf({ email = freshEmail(), phone = freshPhone(), password = 'correct horse' }) {
  const names = { name: 'Анна', surname: 'Петрова', patronymic: 'Сергеевна' };
  return { ...names, email_address: email, phone_number: phone, password };
}

const tokenSchema = z.object({ data: z.object({ token: z.string() }) });

export function tokenOf({ body }: Answer): string {
  return tokenSchema.parse(body).data.token;
}

const refusalSchema = z.object({ code: z.number(), field: z.string().nullable() });

/** Status, code and field of a refusal. */
export function refusalOf({ status, body }: Answer): [status: number, code: number, field: string | null] {
  const { code, field } = refusalSchema.parse(body);
  return [status, code, field];
}

const inboxSchema = z.object({
  messages: z.array(
    z.object({
      channel: z.string(),
      to: z.string(),
      subject: z.string(),
      text: z.string(),
      code: z.string().optional(),
      link: z.string().optional(),
      token: z.string().optional(),
    }),
  ),
});

/** Messages to this address, newest first. */
export async function inbox(subject: Asked, to: string) {
  const { body } = await subject.ask(`control/inbox?to=${encodeURIComponent(to)}`);
  return inboxSchema.parse(body).messages;
}

export async function latestCode(subject: Asked, to: string): Promise<string> {
  const [message] = await inbox(subject, to);
  expect(message?.code).toMatch(/^\d{6}$/);
  return message?.code ?? '';
}
