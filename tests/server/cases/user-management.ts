import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Answer } from '../../support/http.ts';
import { freshUser, register, type Subject } from '../subject.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What user-management promises beyond what its checklist can see. */
export function userManagementCases(subject: () => Subject): void {
  const logIn = async (email_or_name: string, password: string, remember_me = false) =>
    keyOf(
      await subject().ask('user-management/auth/login', { body: { email_or_name, password, remember_me } }),
    );
  const read = (id: string, token: string) => subject().ask(`user-management/${id}`, { token });
  const write = (id: string, token: string, body: object) =>
    subject().ask(`user-management/${id}`, { method: 'PUT', body, token });

  test('tokens are UUIDs, no two alike, and read in any case', async () => {
    const { user, id } = await account(subject());
    const keys = [await logIn(user.email, user.password), await logIn(user.email, user.password, true)];
    for (const key of keys) expect(key).toMatch(UUID);
    expect(new Set(keys).size).toBe(2);
    expect((await read(id, String(keys[0]).toUpperCase())).status).toBe(200);
  });

  test('a name that was given up is free, one that was kept is not', async () => {
    const { user, id } = await account(subject());
    const token = await logIn(user.email, user.password);
    expect((await write(id, token, { email: freshUser().email })).status).toBe(200);
    const taking = (changes: object) =>
      subject().ask('auth-v1/register', { body: { ...freshUser(), ...changes } });
    expect((await taking({ second_login: user.second_login })).status).toBe(400);
    expect((await taking({ email: user.email })).status).toBe(201);
  });

  test('a change that is refused changes nothing', async () => {
    const [one, other] = [await account(subject()), await account(subject())];
    const token = await logIn(one.user.email, one.user.password);
    const before = (await read(one.id, token)).body;
    const changes = { user_type: 'org', username: freshUser().second_login, email: other.user.email };
    expect((await write(one.id, token, changes)).status).toBe(409);
    expect((await read(one.id, token)).body).toEqual(before);
  });

  test('a refused login says how to authenticate', async () => {
    const body = { email_or_name: 'nobody', password: 'wrong' };
    const answer = await subject().ask('user-management/auth/login', { body });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  test('every member that is missing is named', async () => {
    const answer = await subject().ask('user-management/auth/register', { body: { user_type: 'ind' } });
    expect([answer.status, answer.body]).toEqual([
      422,
      {
        status: 'error',
        message:
          'username: field required; password: field required; email: field required; contact_number: field required',
      },
    ]);
  });
}

function keyOf({ body }: Answer): string {
  return z.object({ data: z.object({ token: z.string() }) }).parse(body).data.token;
}

async function account(subject: Subject) {
  const registered = await register(subject);
  const { body } = await subject.ask('users-v1/me', { token: registered.access_token });
  return { ...registered, id: z.object({ id: z.string() }).parse(body).id };
}
