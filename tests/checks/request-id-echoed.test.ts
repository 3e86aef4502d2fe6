import { expect, test } from 'vitest';
import { requestIdEchoed } from '../../src/checks/request-id-echoed.ts';
import { anAnswer } from './exchanges.ts';

test('reports an X-Request-ID that is not the one that was sent', () => {
  const other = { headers: { 'x-request-id': 'other' }, requestHeaders: { 'x-request-id': 'mine' } };
  expect(requestIdEchoed.judge(anAnswer(other))).toMatchObject([{ expected: 'mine', actual: 'other' }]);
});

test.each([
  ['an id that a server should not trust is replaced', { 'x-request-id': 'bad id\twith spaces' }],
  ['no id was sent', {}],
])('silent: %s', (_, requestHeaders) => {
  expect(requestIdEchoed.judge(anAnswer({ requestHeaders }))).toEqual([]);
});

test('a missing one is not its finding', () => {
  expect(requestIdEchoed.judge(anAnswer({ headers: { 'x-request-id': undefined } }))).toEqual([]);
});

test('asks for none where the response documents none', () => {
  const other = { operation: 'deleteBook', status: 204, headers: { 'x-request-id': 'other' }, body: null };
  expect(requestIdEchoed.judge(anAnswer(other))).toEqual([]);
});
