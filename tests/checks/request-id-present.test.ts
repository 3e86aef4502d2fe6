import { expect, test } from 'vitest';
import { requestIdPresent } from '../../src/checks/request-id-present.ts';
import { anAnswer } from './exchanges.ts';

test.each([undefined, '', '  '])(
  'reports a documented X-Request-ID that is missing or empty (%j)',
  (value) => {
    expect(requestIdPresent.judge(anAnswer({ headers: { 'x-request-id': value } }))).toMatchObject([
      { location: '$response.header.X-Request-ID', actual: 'missing' },
    ]);
  },
);

test('asks for none where the response documents none', () => {
  const bare = { operation: 'deleteBook', status: 204, headers: { 'x-request-id': undefined }, body: null };
  expect(requestIdPresent.judge(anAnswer(bare))).toEqual([]);
});
