import { expect, test } from 'vitest';
import { requiredHeadersPresent } from '../../src/checks/required-headers-present.ts';
import { anAnswer } from './exchanges.ts';

test('reports a required header that is missing', () => {
  expect(requiredHeadersPresent.judge(anAnswer({ headers: { 'x-shelf': undefined } }))).toMatchObject([
    { message: expect.stringContaining('expected header X-Shelf'), location: '$response.header.X-Shelf' },
  ]);
});

test('an optional header may be missing', () => {
  expect(requiredHeadersPresent.judge(anAnswer())).toEqual([]);
});
