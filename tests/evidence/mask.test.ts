import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCheck, aLogLine, anExchange } from '../../fixtures/evidence/build.ts';
import type { Json } from '../../src/contract/json.ts';
import { createFingerprint } from '../../src/evidence/mask/fingerprint.ts';
import { maskCheck } from '../../src/evidence/mask.ts';
import type { CheckEvidence, Exchange } from '../../src/evidence/types.ts';

const MASK = /«masked:[0-9a-f]{4}»/;

const masked = (check: CheckEvidence) => maskCheck(check, createFingerprint());
const maskedExchange = (over: Partial<Exchange>) => {
  const [exchange] = masked(aCheck({ exchanges: [anExchange(over)] })).exchanges;
  if (!exchange) throw new Error('the exchange is gone');
  return exchange;
};
const responding = (body: Json, headers: Record<string, string> = {}) =>
  maskedExchange({ response: { status: 200, headers, body } }).response;
const requesting = (headers: Record<string, string>, body: Json = null) =>
  maskedExchange({ request: { method: 'POST', url: 'http://h/x', headers, body } }).request;

describe('secrets are known by their names', () => {
  test.each([
    'password',
    'new_password',
    'passwordConfirm',
    'token',
    'access_token',
    'refreshToken',
    'client_secret',
    'api-key',
    'pass',
    'PIN',
    'session_id',
    'recovery_codes',
    'tokens',
  ])('the value of %s is masked', (key) => {
    expect(responding({ [key]: 's3cr3t-value' })?.body).toEqual({ [key]: expect.stringMatching(MASK) });
  });

  test.each([
    ['token_type', 'bearer'],
    ['token-expiry', 'PT12H'],
    ['login', 'anna'],
    ['code', 'not_found'],
    ['code', 'E404'],
    ['zip_code', '101000'],
    ['max_tokens', '512'],
    ['pass', '12'],
    ['status_code', '4041'],
    ['detail', 'Invalid token'],
    ['detail', 'Password is required'],
  ])('%s: %s stays readable', (key, value) => {
    expect(responding({ [key]: value })?.body).toEqual({ [key]: value });
  });

  test('a numeric error code stays, a one-time code is masked', () => {
    expect(responding({ code: 409 })?.body).toEqual({ code: 409 });
    expect(responding({ code: '481516' })?.body).toEqual({ code: expect.stringMatching(MASK) });
  });

  test('a one-time code that is sent as a number is masked, and where it comes back', () => {
    const body = { code: 481516 };
    const { request, response } = maskedExchange({
      request: { method: 'POST', url: 'http://h/x', headers: {}, body },
      response: { status: 422, headers: {}, body: { code: 4042, input: body, text: 'code 481516' } },
    });
    expect(JSON.stringify([request, response])).not.toContain('481516');
    expect(response?.body).toMatchObject({ code: 4042 });
  });

  test('an empty password stays visibly empty', () => {
    expect(responding({ password: '' })?.body).toEqual({ password: '' });
  });

  test('the scheme of Authorization and the names of cookies stay', () => {
    const { headers } = requesting({
      authorization: 'Bearer abc.def-ghi',
      cookie: 'sid=12345678; theme=dark-blue',
    });
    expect(headers.authorization).toMatch(/^Bearer «masked:\w{4}»$/);
    expect(headers.cookie).toMatch(/^sid=«masked:\w{4}»; theme=«masked:\w{4}»$/);
  });

  test('Set-Cookie keeps its attributes, also when two cookies are joined', () => {
    const cookie = 'sid=12345678; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT, csrf=abcdefgh; Secure';
    expect(responding(null, { 'set-cookie': cookie })?.headers['set-cookie']).toMatch(
      /^sid=«masked:\w{4}»; Path=\/; Expires=Wed, 21 Oct 2026 07:28:00 GMT, csrf=«masked:\w{4}»; Secure$/,
    );
  });

  test('fields of a form are masked', () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(requesting(form, 'username=anna&password=correct+horse%21').body).toMatch(
      /^username=anna&password=«masked:\w{4}»$/,
    );
  });

  test('advice on how to give a secret stays', () => {
    const reason = 'the input "apiKey" has no value: give it with --input apiKey=…';
    expect(masked(aCheck({ reason })).reason).toBe(reason);
  });

  test('what the Prefer header asks for stays', () => {
    expect(requesting({ prefer: 'code=409' }).headers.prefer).toBe('code=409');
  });
});

describe('a secret is masked wherever it recurs in the check', () => {
  const secret = 'кОд/+ ="5d41402a';
  const forms = {
    plain: secret,
    percent: encodeURIComponent(secret),
    'lower-case percent': encodeURIComponent(secret)
      .toLowerCase()
      .replaceAll('%d0%ba%d0%9e%d0%b4', encodeURIComponent('кОд').toLowerCase()),
    form: new URLSearchParams({ a: secret }).toString().slice(2),
    base64: Buffer.from(secret).toString('base64'),
    base64url: Buffer.from(secret).toString('base64url'),
  };
  test.each(Object.entries(forms))('%s form in a mail text, a URL and a log line', (_, form) => {
    const exchange = maskedExchange({
      request: { method: 'GET', url: `http://h/go/${form}`, headers: {}, body: { token: secret } },
      response: { status: 200, headers: { location: `/x/${form}` }, body: { text: `open ${form} now` } },
      logs: [aLogLine({ message: `sent ${form}` })],
    });
    expect(JSON.stringify(exchange)).not.toContain(form);
    expect(exchange.logs[0]?.message).toMatch(/^sent «masked:\w{4}»$/);
  });

  test('also in a finding and in an earlier exchange than the one that gave it away', () => {
    const check = masked(
      aCheck({
        exchanges: [
          anExchange({ response: { status: 200, headers: {}, body: { text: 'your word is swordfish-9' } } }),
          anExchange({
            request: { method: 'POST', url: 'http://h', headers: {}, body: { password: 'swordfish-9' } },
          }),
        ],
        findings: [{ id: 'x', message: 'got "swordfish-9"', location: '', actual: 'swordfish-9' }],
      }),
    );
    expect(JSON.stringify(check)).not.toContain('swordfish-9');
  });

  test('a short code is masked where it stands alone, not inside other numbers', () => {
    const exchange = maskedExchange({
      response: { status: 200, headers: {}, body: { code: '1234', text: 'code 1234 from port 12345' } },
    });
    expect(exchange.response?.body).toMatchObject({
      text: expect.stringMatching(/^code «masked:\w{4}» from port 12345$/),
    });
  });

  test('the password of Basic credentials is masked in a log line', () => {
    const basic = `Basic ${Buffer.from('anna:open-sesame').toString('base64')}`;
    const exchange = maskedExchange({
      request: { method: 'GET', url: 'http://h', headers: { authorization: basic }, body: null },
      logs: [aLogLine({ message: 'tried open-sesame' })],
    });
    expect(exchange.logs[0]?.message).not.toContain('open-sesame');
  });

  test('whatever the password is, it is nowhere in what is kept', () => {
    const word = fc
      .string({ minLength: 8, maxLength: 40, unit: 'grapheme' })
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(word, (password) => {
        // A marker that no other part of the evidence holds.
        const secret = `§${password}§`;
        const check = aCheck({
          exchanges: [
            anExchange({
              request: {
                method: 'POST',
                url: `http://h/?q=${encodeURIComponent(secret)}`,
                headers: {},
                body: { password: secret },
              },
              response: {
                status: 422,
                headers: {},
                body: { detail: [{ input: secret }], text: JSON.stringify({ secret }) },
              },
              logs: [aLogLine({ message: `refused ${secret}` })],
            }),
          ],
        });
        const kept = JSON.stringify(masked(check));
        expect(kept).not.toContain(JSON.stringify(secret).slice(1, -1));
        expect(kept).not.toContain(encodeURIComponent(secret));
      }),
    );
  });
});

describe('free text', () => {
  const line = (message: string) => maskedExchange({ logs: [aLogLine({ message })] }).logs[0]?.message;
  test.each([
    ['a JWT', 'got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI5In0.c2ln from anna', /^got «masked:\w{4}» from anna$/],
    ['a bearer token', 'header was Bearer abcdef0123456', /^header was Bearer «masked:\w{4}»$/],
    ['a pair', 'login=anna password=hunter22 ok', /^login=anna password=«masked:\w{4}» ok$/],
    [
      'JSON in text',
      '{"login":"anna","password":"hunter22"}',
      /^{"login":"anna","password":"«masked:\w{4}»"}$/,
    ],
    ['a link', 'GET /user/confirm/0a1b2c3d4e5f6a7b?x=1', /^GET \/user\/confirm\/«masked:\w{4}»\?x=1$/],
    [
      'an element',
      '<login><ns:password kind="x">hunter22</ns:password></login>',
      /^<login><ns:password kind="x">«masked:\w{4}»<\/ns:password><\/login>$/,
    ],
    [
      'what Python prints',
      "{'login': 'anna', 'password': 'hunter22'}",
      /^{'login': 'anna', 'password': '«masked:\w{4}»'}$/,
    ],
    ['a header', 'host: h, x-api-key: 4f9a61bc', /^host: h, x-api-key: «masked:\w{4}»$/],
    [
      'a fragment',
      'to https://app/cb#access_token=SplxlOBe9ZQQ&state=1',
      /^to https:\/\/app\/cb#access_token=«masked:\w{4}»&state=1$/,
    ],
    ['a query', 'GET /cb?code=SplxlOBe9ZQQ&state=1', /^GET \/cb\?code=«masked:\w{4}»&state=1$/],
  ])('%s is masked', (_, message, expected) => {
    expect(line(message)).toMatch(expected);
  });
});

test.each(['password: at least 8 characters', 'invalid token: expired', 'token: not_found'])(
  '"%s" stays readable',
  (prose) => {
    expect(maskedExchange({ logs: [aLogLine({ message: prose })] }).logs[0]?.message).toBe(prose);
  },
);

test('the command and the URL a log is read from keep no secret, nor does the place of a finding', () => {
  const file = 'https://logs.test/tail?token=swordfish-9';
  const findings = [{ id: 'no-response', message: 'no answer', location: file }];
  const check = masked(aCheck({ findings, exchanges: [anExchange({ logs: [aLogLine({ file })] })] }));
  expect(JSON.stringify(check)).not.toContain('swordfish-9');
});

describe('fingerprints', () => {
  test('the same secret gives the same fingerprint, two secrets give two', () => {
    const fingerprint = createFingerprint();
    expect(fingerprint('one')).toBe(fingerprint('one'));
    expect(fingerprint('one')).not.toBe(fingerprint('two'));
  });

  test('masking what is masked changes nothing', () => {
    const once = masked(aCheck());
    expect(maskCheck(once, createFingerprint())).toEqual(once);
  });

  test('another run gives other fingerprints, so a short code cannot be looked up', () => {
    const all = new Set(Array.from({ length: 20 }, () => createFingerprint()('1234')));
    expect(all.size).toBeGreaterThan(1);
  });
});
