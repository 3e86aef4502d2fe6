import { expect, test } from 'vitest';
import type { Violation } from '../../src/contract/types.ts';
import { stepsTo } from '../../src/server/contracts/dialects/steps.ts';

const missing = (fault: Pick<Violation, 'in' | 'path' | 'input'>, missingProperty: string): Violation => ({
  ...fault,
  keyword: 'required',
  params: { missingProperty },
  message: '',
  severity: 'error',
});

test('a missing member is told by its own way, also below one of the same name', () => {
  expect(stepsTo(missing({ in: 'body', path: ['login'], input: {} }, 'login'))).toEqual(['login', 'login']);
});

test('a missing parameter is named once', () => {
  expect(stepsTo(missing({ in: 'query', path: ['to'], input: undefined }, 'to'))).toEqual(['to']);
});
