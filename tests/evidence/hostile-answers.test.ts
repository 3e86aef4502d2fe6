import { expect, test } from 'vitest';
import { aCheck, anExchange } from '../../fixtures/evidence/build.ts';
import type { Json } from '../../src/contract/json.ts';
import { createFingerprint } from '../../src/evidence/mask/fingerprint.ts';
import { maskCheck } from '../../src/evidence/mask.ts';

const maskedBody = (body: Json) => {
  const check = aCheck({ exchanges: [anExchange({ response: { status: 200, headers: {}, body } })] });
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
