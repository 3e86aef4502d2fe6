import { request as httpRequest } from 'node:http';
import { expect, test } from 'vitest';
import type { Subject } from '../subject.ts';
import {
  freshEmail,
  freshPhone,
  inbox,
  latestCode,
  refusalOf,
  registerPerson,
  registrationOf,
  tokenOf,
} from './codes.ts';

/** What auth-v2 promises beside its checklist. */
export function authV2Cases(subject: () => Subject): void {
  const post = (operation: string, body: unknown, more = {}) =>
    subject().ask(`auth-v2/v2/auth/${operation}`, { body, ...more });

  test('who registers here can log in by auth-v1, with the e-mail or the phone', async () => {
    const { email, phone, password } = await registerPerson(subject());
    for (const login of [email, phone, phone.replace('+7', '8')]) {
      expect((await subject().ask('auth-v1/login', { body: { login, password } })).status).toBe(200);
    }
  });

  test('an e-mail or a phone of an auth-v1 account exists here, under whatever name it has there', async () => {
    const [email, phone] = [freshEmail(), freshPhone()];
    const body = {
      second_login: phone.replace('+7', '8'),
      email,
      phone: freshPhone(),
      password: 'correct',
      group_names: ['customer'],
    };
    await subject().ask('auth-v1/register', { body });
    expect(refusalOf(await post('registration', registrationOf({ email })))).toEqual([
      409,
      100,
      'email_address',
    ]);
    expect(refusalOf(await post('registration', registrationOf({ phone })))).toEqual([
      409,
      101,
      'phone_number',
    ]);
  });

  test.each([
    ['a Kazakh mobile', '+77011234567'],
    ['a landline', '+74951234567'],
    ['a digit too many', '+791612345678'],
    ['spaces', '+7 916 123-45-67'],
    ['other digits', '+7916١٢٣٤٥٦٧'],
  ])('%s is no mobile number of a Russian operator', async (_, phone) => {
    expect(refusalOf(await post('registration', registrationOf({ phone })))).toEqual([
      422,
      9,
      'phone_number',
    ]);
    expect(refusalOf(await post('loginByPhone', { phone_number: phone }))).toEqual([422, 9, 'phone_number']);
    for (const operation of ['passwordRecovery', 'code']) {
      expect(refusalOf(await post(operation, { login: phone, code: '1' }))).toEqual([422, 9, 'login']);
    }
  });

  test('of several faults a missing field is told first, then an empty one, then the first in the table', async () => {
    const faulty = { ...registrationOf({}), surname: 7, patronymic: ' ', email_address: 'x', password: '' };
    expect(refusalOf(await post('registration', { ...faulty, name: undefined }))).toEqual([422, 7, 'name']);
    expect(refusalOf(await post('registration', faulty))).toEqual([422, 8, 'patronymic']);
    const wrong = { ...faulty, patronymic: null, password: 'correct' };
    expect(refusalOf(await post('registration', wrong))).toEqual([422, 9, 'surname']);
  });

  test.each(['[]', '7', '"text"', 'null', '{', ''])(
    'the body %j is no object: 422:9 without a field',
    async (body) => {
      const answer = await post('loginByPassword', undefined, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
      expect(refusalOf(answer)).toEqual([422, 9, null]);
    },
  );

  test('a code sent by SMS goes to the phone in E.164, however it was written', async () => {
    const { phone } = await registerPerson(subject());
    const local = phone.replace('+7', '8');
    expect((await post('loginByPhone', { phone_number: local })).status).toBe(200);
    const [message] = await inbox(subject(), phone);
    expect(message).toMatchObject({ channel: 'sms', to: phone, subject: '' });
    expect(message?.text).toContain(message?.code);
    expect((await post('code', { login: local, code: message?.code })).status).toBe(200);
  });

  test('verification sends to the token’s own addresses alone', async () => {
    const [anna, boris] = [await registerPerson(subject()), await registerPerson(subject())];
    const verify = (login: string) => post('verification', { login }, { token: anna.token });
    expect(refusalOf(await verify(boris.email))).toEqual([404, 100, 'login']);
    expect(refusalOf(await verify(boris.phone))).toEqual([404, 101, 'login']);
    expect(await inbox(subject(), boris.email)).toEqual([]);
    expect((await verify(anna.email.toUpperCase())).status).toBe(200);
    const code = await latestCode(subject(), anna.email);
    expect((await post('code', { login: anna.email, code })).status).toBe(200);
  });

  test('a token works with and without Bearer, and after sign-out nowhere', async () => {
    const { token, email, password } = await registerPerson(subject());
    const plain = { headers: { authorization: token } };
    expect((await subject().ask('users-v1/me', plain)).status).toBe(200);
    const signout = await subject().ask('auth-v2/v2/auth/signout', { method: 'POST', ...plain });
    expect([signout.status, signout.body]).toEqual([204, undefined]);
    expect((await subject().ask('users-v1/me', { token })).status).toBe(401);
    const again = await post('loginByPassword', { email_address: email, password });
    expect((await subject().ask('users-v1/me', { token: tokenOf(again) })).status).toBe(200);
  });

  test.each([
    ['percent-encoded', '/v2/auth/%D1%81ode'],
    ['in small hexadecimal', '/v2/auth/%d1%81ode'],
    ['in Latin letters', '/v2/auth/code'],
  ])('the path of codes is served %s', async (_, path) => {
    const login = freshEmail();
    expect(await postRaw(`${subject().server.urls['auth-v2']}`, path, { login, code: '123456' })).toBe(404);
    expect(await postRaw(`${subject().server.urls['auth-v2']}`, path, { login })).toBe(422);
  });

  test('paths and methods that do not exist are refused in the same form', async () => {
    expect(refusalOf(await post('nothing', {}))).toEqual([404, 404, null]);
    const get = await subject().ask('auth-v2/v2/auth/signout');
    expect(refusalOf(get)).toEqual([405, 405, null]);
    expect(get.headers.get('allow')).toContain('POST');
  });

  test('the inbox is emptied for one address, in any case', async () => {
    const [anna, boris] = [await registerPerson(subject()), await registerPerson(subject())];
    for (const { email } of [anna, boris]) await post('passwordRecovery', { login: email });
    const to = encodeURIComponent(anna.email.toUpperCase());
    expect((await subject().ask(`control/inbox?to=${to}`, { method: 'DELETE' })).status).toBe(204);
    expect(await inbox(subject(), anna.email)).toEqual([]);
    expect(await inbox(subject(), boris.email)).toHaveLength(1);
  });

  test('only the inbox of the control API is this server’s', async () => {
    expect((await subject().ask('control/requests')).status).toBe(404);
    expect((await subject().ask('control/inbox?to=')).status).toBe(422);
  });
}

/** Sends the path byte for byte, which fetch would encode. */
function postRaw(base: string, path: string, body: unknown): Promise<number | undefined> {
  const { hostname, port, pathname } = new URL(base);
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const request = httpRequest(
      { hostname, port, path: pathname + path, method: 'POST', headers },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    request.on('error', reject);
    request.end(JSON.stringify(body));
  });
}
