import { expect, test } from 'vitest';
import { aCheck, anExchange } from '../../fixtures/evidence/build.ts';
import type { Json } from '../../src/contract/json.ts';
import { createFingerprint } from '../../src/evidence/mask/fingerprint.ts';
import { maskCheck } from '../../src/evidence/mask.ts';

const maskedBody = (body: Json, sent: Json = null) => {
  const request = { method: 'POST', url: 'http://h/', headers: {}, body: sent };
  const check = aCheck({
    exchanges: [anExchange({ request, response: { status: 200, headers: {}, body } })],
  });
  return maskCheck(check, createFingerprint()).exchanges[0]?.response?.body;
};

test('a token of a hundred thousand characters is masked, also where it recurs', () => {
  const token = 'ab/+%"'.repeat(17_000);
  expect(maskedBody({ token, echo: `you sent ${token}` })).toEqual({
    token: expect.stringMatching(/^«masked:\w{4}»$/),
    echo: expect.stringMatching(/^you sent «masked:\w{4}»$/),
  });
});

test('thousands of tokens are masked, the first and the last where they recur', () => {
  const tokens = Array.from({ length: 3_000 }, (_, index) => ({ token: `/${index}/of a list` }));
  const body = maskedBody([...tokens, 'found /0/of a list and /2999/of a list']);
  expect(JSON.stringify(body)).not.toContain('of a list');
});

test.each([
  ['JSON Web Tokens', '-eyJaaaaa'],
  ['fields of a form', 'a:name=x\n'],
  ['fields of a form in one line', 'name=x '],
  ['pairs', 'token:'],
  ['members', '"a":\'"b":"'],
  ['elements', '<token>'],
])('the beginnings of a hundred thousand %s take no more than a look each', (_, beginning) => {
  const body = beginning.repeat(100_000);
  expect(maskedBody(body)).toBe(body);
});

const secret = 'Zx9qLw72"<p>';

test.each([
  ['a name in percent encoding', 'see /x?user%5Bpassword%5D=Zx9qLw72'],
  [
    'what a secret holds',
    { tokens: { access: 'Zx9qLw72', type: 'bearer' }, password: { value: 'Zx9qLw72' } },
  ],
  ['an argument of GraphQL', 'mutation { login(password: "Zx9qLw72") { id } }'],
  ['JSON in JSON', { payload: '{"log":"{\\"password\\":\\"Zx9qLw72\\"}"}' }],
  ['JSON that was cut off', '{"login":"anna","password":"Zx9qLw72'],
  ['a number in a text', 'answered {"otp": 72837283}'],
  ['CDATA', '<password><![CDATA[Zx9qLw72]]></password>'],
  [
    'a field of several lines',
    '--b\r\nContent-Disposition: form-data; name="my token"\r\n\r\nline\r\nZx9qLw72\r\n--b--',
  ],
  ['Basic credentials in a log', 'sent Authorization: Basic Zx9qLw72'],
  ['a field of that name', { accessKey: 'Zx9qLw72', cvc: '728', 'X-Amz-Signature': 'Zx9qLw72' }],
])('%s is masked', (_, body) => {
  expect(JSON.stringify(maskedBody(body))).not.toMatch(/Zx9q|728/);
});

test('a password is masked where it is answered as the name of a member, and in a page', () => {
  const body = maskedBody(
    { errors: { [secret]: 'too short' }, page: `<b>Zx9qLw72&quot;&lt;p&gt;</b>` },
    { password: secret },
  );
  expect(JSON.stringify(body)).not.toContain('Zx9q');
});

test.each([
  'password: at least 8 characters',
  'token: field required',
  '{"token_type": "bearer"}',
  '<code>a = 1</code>',
])('%s stays readable', (body) => {
  expect(maskedBody(body)).toBe(body);
});
