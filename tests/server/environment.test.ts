import { expect, test } from 'vitest';
import { chooseDatabase } from '../../src/cli/serve/database.ts';
import { readEnvironment, unknownVariables } from '../../src/cli/serve/environment.ts';

test('mail, SMS and the public address are set by the environment; empty counts as not set', () => {
  const env = {
    SMTP_URL: 'smtps://sverka:s3cret@mail.example.com',
    MAIL_FROM: 'Sverka <noreply@example.com>',
    SMS_GATEWAY_URL: 'https://sms.example.com/messages',
    SMS_GATEWAY_TOKEN: '',
    PUBLIC_URL: 'https://example.com',
  };
  expect(readEnvironment(env)).toEqual({ ...env, SMS_GATEWAY_TOKEN: undefined });
});

test.each([
  [{ SMTP_URL: 'mail.example.com' }, /SMTP_URL: needs a URL/],
  [{ SMTP_URL: 'http://s3cret@mail.example.com' }, /SMTP_URL: needs a URL/],
  [{ SMTP_URL: 'smtp://mail.example.com' }, /MAIL_FROM: is needed/],
  [{ MAIL_FROM: 's3cret' }, /MAIL_FROM: needs an e-mail/],
  [{ SMS_GATEWAY_URL: 'ftp://s3cret' }, /SMS_GATEWAY_URL: needs a URL/],
  [{ PUBLIC_URL: 's3cret' }, /PUBLIC_URL: needs a URL/],
  [{ PORT: 's3cret' }, /PORT: needs a number/],
  [{ TRUST_PROXY: 's3cret' }, /TRUST_PROXY: needs a number of proxies, or their addresses/],
])('%j is told by its name and never with its value', (env, message) => {
  expect(() => readEnvironment(env)).toThrow(message);
  expect(() => readEnvironment(env)).not.toThrow('s3cret');
});

test.each([
  ['1', 1],
  ['10.0.0.0/8, ::1', '10.0.0.0/8, ::1'],
  ['loopback,uniquelocal', 'loopback,uniquelocal'],
])('TRUST_PROXY may be %j', (text, expected) => {
  expect(readEnvironment({ TRUST_PROXY: text }).TRUST_PROXY).toBe(expected);
});

test.each(['10.0.0.0/33', '10.0.0.0/0', '::1/129', '10.0.0.0/8/8', '10.0.0.1,', '/8', 'true'])(
  'TRUST_PROXY may not be %j, which Express would stumble over',
  (text) => {
    expect(() => readEnvironment({ TRUST_PROXY: text })).toThrow('TRUST_PROXY');
  },
);

test('a misspelt variable of ours is noticed, other programs’ variables are not', () => {
  const env = { SVERKA_TOKEN_SECRT: 'x', SVERKA_TOKEN_SECRET: 'x', SVERKA_DEBUG: '1', PATH: '/bin' };
  expect(unknownVariables(env)).toEqual(['SVERKA_TOKEN_SECRT']);
});

test.each(['mysql://shop:s3cret@db/shop', 'postgress://shop:s3cret@db/shop'])(
  'a database of another kind is refused, its password not repeated: %s',
  (url) => {
    const choose = () => chooseDatabase(url, readEnvironment({}), { cwd: '/' });
    expect(choose).toThrow('neither a file nor a postgres:// URL');
    expect(choose).not.toThrow('s3cret');
  },
);

test.each(['s3#cret', 's3/cret', 's3?cret', 's3%cret'])(
  'a database URL whose password is not encoded is told how to be, its password not repeated: %s',
  (password) => {
    const choose = () =>
      chooseDatabase(`postgres://shop:${password}@db/shop`, readEnvironment({}), { cwd: '/' });
    expect(choose).toThrow(/^the URL of the database is not understood$/);
  },
);

test.each([
  'postgres://shop:s3%23cret@db:5432/shop?sslmode=verify-full',
  'postgresql://shop:s3cret@/shop?host=/run/postgresql',
])('a database URL is taken as it is: %s', (url) => {
  expect(chooseDatabase(url, readEnvironment({}), { cwd: '/' })).toEqual({ kind: 'postgres', url });
});
