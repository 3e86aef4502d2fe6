import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseIdentity } from '../../src/server/accounts/identity.ts';

test.each([
  ['89161234567', '+79161234567'],
  ['+7 (916) 123-45-67', '+79161234567'],
  ['7 916 123 45 67', '+79161234567'],
  ['+4915112345678', '+4915112345678'],
  ['Anna@Example.COM', 'anna@example.com'],
  ['ＡＮＮＡ', 'anna'],
  ['egor-228', 'egor-228'],
  ['123-45', '123-45'],
])('%s is known as %s', (text, identity) => {
  expect(normaliseIdentity(text)).toBe(identity);
});

test('the normal form of a normal form is itself', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[78+][\d ()-]{9,16}$/)),
      (text) => {
        const once = normaliseIdentity(text);
        expect(normaliseIdentity(once)).toBe(once);
      },
    ),
  );
});
