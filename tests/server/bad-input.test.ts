import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases, type TestDatabase } from '../support/databases.ts';
import { registrationOf } from './cases/codes.ts';
import { freshPayment } from './cases/webhook-2can.ts';
import { freshUser, register, type Subject, startSubject } from './subject.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '\0',
    '\ud800',
    '%00',
    "'; drop table accounts; --",
    '__proto__',
    '9'.repeat(400),
    '{{7*7}}',
    '\u202e',
  ),
);
const anything = fc.oneof(text, fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(1e308, -0, 2 ** 63, 1e-320));

/** A valid body with some members replaced by anything, dropped or added. */
function spoiled(valid: object) {
  const members = Object.keys(valid);
  return fc
    .dictionary(fc.oneof(fc.constantFrom(...members), text), anything, { minKeys: 1, maxKeys: 3 })
    .map((changes) => ({ ...valid, ...changes }));
}

describe.each(databases)('over $name', ({ open }) => {
  let database: TestDatabase;
  let subject: Subject;
  let token: string;
  beforeAll(async () => {
    database = await open();
    subject = await startSubject({ database: database.options });
    token = (await register(subject)).access_token;
  });
  afterAll(async () => {
    await subject?.server.close();
    await database?.close();
  });

  const operations: readonly [string, () => object][] = [
    ['auth-v1/register', freshUser],
    ['auth-v1/login', () => ({ login: 'anna', password: 'secret' })],
    ['auth-v1/refresh', () => ({ refresh_token: 'r' })],
    ['users-v1/', freshUser],
    ['webhook-2can/', freshPayment],
    ['auth-v2/v2/auth/registration', () => registrationOf({})],
    ['auth-v2/v2/auth/verification', () => ({ login: 'anna@example.com' })],
    ['auth-v2/v2/auth/loginByPassword', () => ({ email_address: 'anna@example.com', password: 'secret' })],
    ['auth-v2/v2/auth/loginByPhone', () => ({ phone_number: '+79161234567' })],
    ['auth-v2/v2/auth/passwordRecovery', () => ({ login: 'anna@example.com' })],
    ['auth-v2/v2/auth/code', () => ({ login: 'anna@example.com', code: '123456' })],
  ];

  test.each(operations)('no body makes %s fail', async (path, valid) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(spoiled(valid()), anything), async (body) => {
        const { status } = await subject.ask(path, { body: JSON.stringify(body) ?? 'null', token });
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });

  test('no bytes make the webhook fail', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const response = await fetch(`${subject.server.url}/webhook-2can/`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: new Uint8Array(bytes),
        });
        await response.arrayBuffer();
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });

  test('no path, query or header makes users fail', async () => {
    const printable = fc.string({ unit: fc.constantFrom(...'ab%0/?#&=.;:@\\"\'<>{}|^~-_ '), maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(printable, printable, async (path, header) => {
        const headers = {
          authorization: header,
          'content-type': header,
          prefer: header,
          'x-request-id': header,
        };
        const { status } = await subject.ask(`users-v1/${path}`, { headers });
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });
});
