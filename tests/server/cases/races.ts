import { expect, test } from 'vitest';
import { type Asked, detailOf, freshUser, register, tokensOf } from '../subject.ts';
import { freshPayment } from './webhook-2can.ts';

const ten = Array.from({ length: 10 }, (_, index) => index);

/** The first round opens the connections to the database, the others find them open and meet. */
const rounds = ten.slice(0, 3);

/** What holds when things happen at once. */
export function raceCases(subject: () => Asked): void {
  test('of ten registrations of one login at once, one succeeds, the others are told that it exists', async () => {
    for (const _ of rounds) {
      const { second_login } = freshUser();
      const answers = await Promise.all(
        ten.map(() => subject().ask('auth-v1/register', { body: { ...freshUser(), second_login } })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...ten.slice(1).map(() => 400)]);
      const refused = answers.filter(({ status }) => status === 400);
      expect(new Set(refused.map(detailOf))).toEqual(new Set(['already exists']));
    }
  });

  test('registrations that cross over in their names do not block each other', async () => {
    const [one, other] = [freshUser(), freshUser()];
    const crossed = { ...freshUser(), email: one.email, phone: other.phone };
    const answers = await Promise.all(
      [one, crossed, other].map((body) => subject().ask('auth-v1/register', { body })),
    );
    for (const { status } of answers) expect([201, 400]).toContain(status);
  });

  test('of ten uses of one refresh token at once, one succeeds, and the others end what it got', async () => {
    for (const _ of rounds) {
      const { refresh_token } = await register(subject());
      const refresh = (token: string) => subject().ask('auth-v1/refresh', { body: { refresh_token: token } });
      const answers = await Promise.all(ten.map(() => refresh(refresh_token)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...ten.slice(1).map(() => 401)]);
      const heirs = answers.filter(({ status }) => status === 200).map((answer) => tokensOf(answer));
      for (const heir of heirs) expect((await refresh(heir.refresh_token)).status).toBe(401);
    }
  });

  test('no refresh token survives a logout that happens at the same time', async () => {
    for (const _ of rounds) {
      const { access_token: token, refresh_token } = await register(subject());
      const [refreshed] = await Promise.all([
        subject().ask('auth-v1/refresh', { body: { refresh_token } }),
        subject().ask('auth-v1/logout', { method: 'POST', token }),
      ]);
      const last = refreshed.status === 200 ? tokensOf(refreshed).refresh_token : refresh_token;
      expect((await subject().ask('auth-v1/refresh', { body: { refresh_token: last } })).status).toBe(401);
    }
  });

  test('of ten logouts with one token at once, one succeeds', async () => {
    for (const _ of rounds) {
      const { access_token: token } = await register(subject());
      const answers = await Promise.all(
        ten.map(() => subject().ask('auth-v1/logout', { method: 'POST', token })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...ten.slice(1).map(() => 401)]);
    }
  });

  test('ten deliveries of one payment at once all get the same answer', async () => {
    for (const _ of rounds) {
      const payment = freshPayment();
      const answers = await Promise.all(ten.map(() => subject().ask('webhook-2can/', { body: payment })));
      for (const { status, body } of answers)
        expect([status, body]).toEqual([200, { ans: 'ok', id: payment.Id }]);
    }
  });

  test('guesses sent at once are worth no more than guesses sent one by one', async () => {
    for (const _ of rounds) {
      const { user } = await register(subject());
      const guess = (password: string) =>
        subject().ask('auth-v1/login', { body: { login: user.email, password } });
      // As many as the limit allows: were one of them not counted, the right one would get in.
      await Promise.all(ten.slice(0, 5).map((index) => guess(`wrong-${index}`)));
      expect((await guess(user.password)).status).toBe(429);
    }
  });

  test('right passwords sent at once all get in', async () => {
    const { user } = await register(subject());
    const body = { login: user.email, password: user.password };
    const answers = await Promise.all(ten.map(() => subject().ask('auth-v1/login', { body })));
    expect(answers.map(({ status }) => status)).toEqual(ten.map(() => 200));
  });
}
