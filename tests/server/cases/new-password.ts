import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Asked, register } from '../subject.ts';

/** What a new password ends, whichever contract opened it. */
export function newPasswordCases(subject: () => Asked): void {
  test('a new password ends the access tokens of every contract, but for the one that set it', async () => {
    const { user, id } = await somebody(subject());
    const [own = '', ...others] = await logInEverywhere(subject(), user);
    await setPassword(subject(), id, own, 'another-horse-2');
    for (const token of others) expect(await meStatus(subject(), token)).toBe(401);
    expect(await meStatus(subject(), own)).toBe(200);
  });

  test('a refresh token and a UUID end with the password as well', async () => {
    const { user, id, access_token, refresh_token } = await somebody(subject());
    const key = await logInByKey(subject(), user);
    await setPassword(subject(), id, access_token, 'another-horse-2');
    expect(await meStatus(subject(), key)).toBe(401);
    expect(await refreshStatus(subject(), refresh_token)).toBe(401);
  });

  test('the new password opens new tokens, and only they set the next', async () => {
    const { user, id, access_token: old } = await somebody(subject());
    await setPassword(subject(), id, old, 'another-horse-2');
    const [token = '', ...others] = await logInEverywhere(subject(), {
      ...user,
      password: 'another-horse-2',
    });
    for (const other of [token, ...others]) expect(await meStatus(subject(), other)).toBe(200);
    await setPassword(subject(), id, token, 'third-horse-3');
    for (const other of [old, ...others]) expect(await meStatus(subject(), other)).toBe(401);
    expect(await meStatus(subject(), token)).toBe(200);
  });

  test('a change without a password ends nothing', async () => {
    const { id, access_token, refresh_token } = await somebody(subject());
    const request = { method: 'PUT', token: access_token, body: { user_type: 'org' } };
    expect((await subject().ask(`user-management/${id}`, request)).status).toBe(200);
    expect(await meStatus(subject(), access_token)).toBe(200);
    expect(await refreshStatus(subject(), refresh_token)).toBe(200);
  });
}

/** Only where passwords are hashed as in production is there time for a race. */
export function newPasswordRaceCases(subject: () => Asked): void {
  test('who logs in with the old password while it changes gets nothing that lasts', async () => {
    const { user, id, access_token } = await somebody(subject());
    const logIns = Array.from({ length: 8 }, () =>
      subject().ask('auth-v1/login', { body: { login: user.email, password: user.password } }),
    );
    await setPassword(subject(), id, access_token, 'another-horse-2');
    for (const { status, body } of await Promise.all(logIns)) {
      if (status !== 200) continue;
      const tokens = z.object({ access_token: z.string(), refresh_token: z.string() }).parse(body);
      expect(await meStatus(subject(), tokens.access_token)).toBe(401);
      expect(await refreshStatus(subject(), tokens.refresh_token)).toBe(401);
    }
  });

  test('of two tokens that set a password at once one does, and the other has ended', async () => {
    const { user, id, access_token } = await somebody(subject());
    const other = await logInByKey(subject(), user);
    const passwords = { [access_token]: 'another-horse-2', [other]: 'third-horse-3' };
    const put = async ([token, password]: [string, string]) => {
      const { status } = await subject().ask(`user-management/${id}`, {
        method: 'PUT',
        token,
        body: { password },
      });
      return { token, password, status };
    };
    const answers = await Promise.all(Object.entries(passwords).map(put));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    for (const { token, password, status } of answers) {
      expect(await meStatus(subject(), token)).toBe(status);
      const login = { body: { login: user.email, password } };
      expect((await subject().ask('auth-v1/login', login)).status).toBe(status);
    }
  });
}

interface Somebody {
  readonly email: string;
  readonly second_login: string;
  readonly password: string;
}

/** An account whose login and password fit every contract. */
async function somebody(subject: Asked) {
  const registered = await register(subject, { password: 'correct-horse-1' });
  const { body } = await subject.ask('users-v1/me', { token: registered.access_token });
  return { ...registered, id: z.object({ id: z.string() }).parse(body).id };
}

const inAnyPlace = z.object({ access_token: z.string() }).transform((body) => body.access_token);
const inData = z.object({ data: z.object({ token: z.string() }) }).transform((body) => body.data.token);

/** An access token of every contract that logs in with a password. */
async function logInEverywhere(subject: Asked, user: Somebody): Promise<string[]> {
  const { email, second_login: username, password } = user;
  const [auth, visitor, coded, event] = [
    await subject.ask('auth-v1/login', { body: { login: email, password } }),
    await subject.ask('visitor-auth/auth/login', { body: { username: email, password } }),
    await subject.ask('auth-v2/v2/auth/loginByPassword', { body: { email_address: email, password } }),
    await subject.ask('event-messenger/auth', { body: { login: { username, password } } }),
  ];
  return [
    ...[auth, visitor, event].map(({ body }) => inAnyPlace.parse(body)),
    inData.parse(coded?.body),
    await logInByKey(subject, user),
  ];
}

async function logInByKey(subject: Asked, { email, password }: Somebody): Promise<string> {
  const body = { email_or_name: email, password, remember_me: true };
  return inData.parse((await subject.ask('user-management/auth/login', { body })).body);
}

async function setPassword(subject: Asked, id: string, token: string, password: string): Promise<void> {
  const request = { method: 'PUT', token, body: { password } };
  expect((await subject.ask(`user-management/${id}`, request)).status).toBe(200);
}

async function meStatus(subject: Asked, token: string): Promise<number> {
  return (await subject.ask('users-v1/me', { token })).status;
}

async function refreshStatus(subject: Asked, refresh_token: string): Promise<number> {
  return (await subject.ask('auth-v1/refresh', { body: { refresh_token } })).status;
}
