import { expect, test } from 'vitest';
import { headerMatchesSchema } from '../../src/checks/header-matches-schema.ts';
import { anAnswer } from './exchanges.ts';

test.each(['many', '-1', '1.5'])('reports a header value that its schema does not allow: %s', (value) => {
  expect(headerMatchesSchema.judge(anAnswer({ headers: { 'x-copies': value } }))).toMatchObject([
    { location: '$response.header.X-Copies', actual: value },
  ]);
});

test('a number is a number also though headers are text', () => {
  expect(headerMatchesSchema.judge(anAnswer({ headers: { 'x-copies': '3' } }))).toEqual([]);
});

test('a missing header is not its finding', () => {
  expect(headerMatchesSchema.judge(anAnswer({ headers: { 'x-shelf': undefined } }))).toEqual([]);
});
