import { expect, test } from 'vitest';
import { mediaTypeIsDocumented } from '../../src/checks/media-type-is-documented.ts';
import { anAnswer } from './exchanges.ts';

test('reports HTML where JSON is documented', () => {
  expect(
    mediaTypeIsDocumented.judge(anAnswer({ headers: { 'content-type': 'text/html' }, body: '<p>' })),
  ).toMatchObject([
    { expected: 'application/json', actual: 'text/html', location: '$response.header.Content-Type' },
  ]);
});

test('reports a body without a Content-Type', () => {
  expect(mediaTypeIsDocumented.judge(anAnswer({ headers: { 'content-type': undefined } }))).toMatchObject([
    { actual: 'no Content-Type' },
  ]);
});

test('parameters of a media type make no difference', () => {
  expect(
    mediaTypeIsDocumented.judge(anAnswer({ headers: { 'content-type': 'application/json; charset=utf-8' } })),
  ).toEqual([]);
});

test('says nothing of a status that is not documented at all', () => {
  expect(
    mediaTypeIsDocumented.judge(anAnswer({ status: 418, headers: { 'content-type': 'text/html' } })),
  ).toEqual([]);
});
