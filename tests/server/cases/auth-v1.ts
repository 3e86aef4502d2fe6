import { expect, test } from 'vitest';
import { detailOf, faultsOf, freshUser, register, type Subject, tokensOf } from '../subject.ts';

/** What auth promises, to the letter of its checklist. */
export function authCases(subject: () => Subject): void {
  test('registers an account and gives its first tokens', async () => {
    const answer = await subject().ask('auth-v1/register', { body: freshUser() });
    expect(answer.status).toBe(201);
    expect(Object.keys(tokensOf(answer))).toEqual(['access_token', 'refresh_token']);
  });

  test('asks for the password when it alone is missing', async () => {
    const answer = await subject().ask('auth-v1/register', { body: { ...freshUser(), password: undefined } });
    expect([answer.status, detailOf(answer)]).toEqual([400, 'Password is required']);
  });

  test('tells every other fault of the input in the words of Pydantic', async () => {
    const body = { ...freshUser(), email: 'nowhere', second_login: 'ab', group_names: 'customer' };
    const answer = await subject().ask('auth-v1/register', { body });
    expect(answer.status).toBe(422);
    expect(faultsOf(answer).toSorted()).toEqual([
      'list_type body/group_names',
      'string_too_short body/second_login',
      'value_error body/email',
    ]);
  });

  test.each(['nonexistent', 'admin'])('nobody joins the group %s', async (group) => {
    const answer = await subject().ask('auth-v1/register', {
      body: { ...freshUser(), group_names: ['customer', group] },
    });
    expect([answer.status, detailOf(answer)]).toEqual([400, 'group not found']);
  });

  test.each(['second_login', 'email', 'phone'] as const)(
    'a %s that is taken already exists',
    async (field) => {
      const { user } = await register(subject());
      const answer = await subject().ask('auth-v1/register', {
        body: { ...freshUser(), [field]: user[field] },
      });
      expect([answer.status, detailOf(answer)]).toEqual([400, 'already exists']);
    },
  );

  test('a refused registration takes no name', async () => {
    const { user } = await register(subject());
    const next = freshUser();
    await subject().ask('auth-v1/register', { body: { ...next, phone: user.phone } });
    expect((await subject().ask('auth-v1/register', { body: next })).status).toBe(201);
  });

  test('names that differ in letter case only are the same', async () => {
    const { user } = await register(subject());
    const email = user.email.toUpperCase();
    const answer = await subject().ask('auth-v1/register', { body: { ...freshUser(), email } });
    expect(answer.status).toBe(400);
  });

  test('logs in by login, e-mail or phone, under any of the field names', async () => {
    const { user } = await register(subject());
    const spellings = [
      { login: user.second_login },
      { login: user.email.toUpperCase() },
      { login: user.phone.replace('+7', '8') },
      { second_login: user.second_login },
      { email: user.email },
      { phone: user.phone },
    ];
    for (const spelling of spellings) {
      const answer = await subject().ask('auth-v1/login', { body: { ...spelling, password: user.password } });
      expect([answer.status, Object.keys(tokensOf(answer))]).toEqual([
        200,
        ['access_token', 'refresh_token'],
      ]);
    }
  });

  test('a wrong password and an unknown login are answered alike', async () => {
    const { user } = await register(subject());
    const wrong = await subject().ask('auth-v1/login', { body: { login: user.email, password: 'wrong' } });
    const unknown = await subject().ask('auth-v1/login', {
      body: { login: freshUser().email, password: 'wrong' },
    });
    for (const answer of [wrong, unknown]) {
      expect([answer.status, detailOf(answer)]).toEqual([401, 'Invalid credentials']);
    }
  });

  test('a login without a password asks for it; without a login it is invalid input', async () => {
    const noPassword = await subject().ask('auth-v1/login', { body: { login: 'anna' } });
    expect([noPassword.status, detailOf(noPassword)]).toEqual([400, 'Password is required']);
    expect((await subject().ask('auth-v1/login', { body: { password: 'secret' } })).status).toBe(422);
  });

  test('after five wrong tries in a row even the right password waits, until a quarter of an hour has passed', async () => {
    const { user } = await register(subject());
    const attempt = (login: string, password: string, prefer = '') =>
      subject().ask('auth-v1/login', { body: { login, password }, prefer });
    for (const login of [user.email, user.phone, user.second_login, user.email, user.phone]) {
      expect((await attempt(login, 'wrong')).status).toBe(401);
    }
    const refused = await attempt(user.second_login, user.password);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(900);
    expect((await attempt(user.email, user.password, 'clock=PT16M')).status).toBe(200);
  });

  test('the right password forgives the wrong tries before it', async () => {
    const { user } = await register(subject());
    for (let round = 0; round < 3; round += 1) {
      for (let wrong = 0; wrong < 4; wrong += 1) {
        await subject().ask('auth-v1/login', { body: { login: user.email, password: 'wrong' } });
      }
      const right = await subject().ask('auth-v1/login', {
        body: { login: user.email, password: user.password },
      });
      expect(right.status).toBe(200);
    }
  });

  test('a refresh token gives new tokens', async () => {
    const first = await register(subject());
    const answer = await subject().ask('auth-v1/refresh', { body: { refresh_token: first.refresh_token } });
    expect(answer.status).toBe(200);
    const second = tokensOf(answer);
    expect(second.access_token).not.toBe(first.access_token);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await subject().ask('users-v1/me', { token: second.access_token })).status).toBe(200);
  });

  test('a refresh token works once, and using it again ends its whole session', async () => {
    const { refresh_token } = await register(subject());
    const next = tokensOf(await subject().ask('auth-v1/refresh', { body: { refresh_token } }));
    const again = await subject().ask('auth-v1/refresh', { body: { refresh_token } });
    expect([again.status, detailOf(again)]).toEqual([401, 'Invalid or expired refresh token']);
    const stolen = await subject().ask('auth-v1/refresh', { body: { refresh_token: next.refresh_token } });
    expect(stolen.status).toBe(401);
  });

  test('a refresh token expires, and so does what it was exchanged for', async () => {
    const { refresh_token } = await register(subject());
    const late = await subject().ask('auth-v1/refresh', { body: { refresh_token }, prefer: 'clock=P31D' });
    expect(late.headers.get('preference-applied')).toBe('clock=P31D');
    expect([late.status, detailOf(late)]).toEqual([401, 'Invalid or expired refresh token']);
    expect((await subject().ask('auth-v1/refresh', { body: { refresh_token } })).status).toBe(200);
  });

  test.each(['', 'not-a-token', 'a.b.c', 'я'.repeat(100)])(
    '%j is no refresh token',
    async (refresh_token) => {
      const answer = await subject().ask('auth-v1/refresh', { body: { refresh_token } });
      expect([answer.status, detailOf(answer)]).toEqual([401, 'Invalid or expired refresh token']);
    },
  );

  test('a logout blocks the access token everywhere and every refresh token of the account', async () => {
    const { user, access_token: token, refresh_token } = await register(subject());
    const other = tokensOf(
      await subject().ask('auth-v1/login', { body: { login: user.email, password: user.password } }),
    );
    const answer = await subject().ask('auth-v1/logout', { method: 'POST', token });
    expect([answer.status, answer.body]).toEqual([200, { detail: 'Successfully logged out' }]);
    expect((await subject().ask('users-v1/me', { token })).status).toBe(401);
    for (const blocked of [refresh_token, other.refresh_token]) {
      const refused = await subject().ask('auth-v1/refresh', { body: { refresh_token: blocked } });
      expect([refused.status, detailOf(refused)]).toEqual([401, 'Invalid or expired refresh token']);
    }
    const repeated = await subject().ask('auth-v1/logout', { method: 'POST', token });
    expect([repeated.status, detailOf(repeated)]).toEqual([401, 'Invalid or expired token']);
  });

  test('a logout needs a token that is right and not expired', async () => {
    const { access_token: token } = await register(subject());
    const missing = await subject().ask('auth-v1/logout', { method: 'POST' });
    expect([missing.status, detailOf(missing)]).toEqual([401, 'Not authenticated']);
    expect(missing.headers.get('www-authenticate')).toBe('Bearer');
    const forged = await subject().ask('auth-v1/logout', {
      method: 'POST',
      token: `${token.slice(0, -4)}AAAA`,
    });
    const expired = await subject().ask('auth-v1/logout', { method: 'POST', token, prefer: 'clock=PT16M' });
    for (const answer of [forged, expired]) {
      expect([answer.status, detailOf(answer)]).toEqual([401, 'Invalid or expired token']);
    }
  });
}
