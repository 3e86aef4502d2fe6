import { expect, test } from 'vitest';
import { readEnvironment } from '../../src/cli/serve/environment.ts';

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
])('%j is told by its name and never with its value', (env, message) => {
  expect(() => readEnvironment(env)).toThrow(message);
  expect(() => readEnvironment(env)).not.toThrow('s3cret');
});
