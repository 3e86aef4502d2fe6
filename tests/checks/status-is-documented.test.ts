import { expect, test } from 'vitest';
import { statusIsDocumented } from '../../src/checks/status-is-documented.ts';
import { anAnswer } from './exchanges.ts';

test('reports a status that the operation does not document, and where the others are', () => {
  expect(statusIsDocumented.judge(anAnswer({ status: 418 }))).toEqual([
    {
      id: 'status-is-documented',
      message:
        'expected a documented status (200, 5XX), got 418 (library GET /books/{id}, #/paths/~1books~1{id}/get/responses)',
      location: '$statusCode',
      expected: '200, 5XX',
      actual: '418',
    },
  ]);
});

test('a range documents all its statuses', () => {
  expect(statusIsDocumented.judge(anAnswer({ status: 503 }))).toEqual([]);
});
