import { expect, test } from 'vitest';
import { responseMatchesSchema } from '../../src/checks/response-matches-schema.ts';
import { anAnswer } from './exchanges.ts';

test('reports a missing required property, what came instead, and where it is documented', () => {
  const [finding, ...others] = responseMatchesSchema.judge(anAnswer({ body: { id: 7 } }));
  expect(others).toEqual([]);
  expect(finding).toEqual({
    id: 'response-matches-schema',
    message: expect.stringMatching(
      /^\$response\.body must have required property 'title', got only "id" \(library GET \/books\/{id}, #\/paths\/~1books~1{id}\/get\/responses\/200\)$/,
    ),
    location: '$response.body',
    expected: 'property "title"',
    actual: 'only "id"',
  });
});

test.each([
  [{ id: '7', title: 'x' }, '$response.body#/id', 'type integer', '"7"'],
  [{ id: 7, title: 'x', state: 'lost' }, '$response.body#/state', 'one of "here", "lent"', '"lost"'],
  [{ id: 7, title: 'x', authors: [{ name: 1 }] }, '$response.body#/authors/0/name', 'type string', '1'],
])('points to the value that differs: %j', (body, location, expected, actual) => {
  expect(responseMatchesSchema.judge(anAnswer({ body }))).toMatchObject([{ location, expected, actual }]);
});

test('reports every difference of a body', () => {
  expect(responseMatchesSchema.judge(anAnswer({ body: { id: '7', title: '' } }))).toHaveLength(2);
});

test('reports a body that is no JSON, and a missing one', () => {
  expect(responseMatchesSchema.judge(anAnswer({ body: '{"id":' }))).toHaveLength(1);
  expect(responseMatchesSchema.judge(anAnswer({ body: null }))).toMatchObject([
    { message: expect.stringContaining('documented body is missing') },
  ]);
});

test('accepts a body that the schema describes, and any text where text is documented', () => {
  expect(responseMatchesSchema.judge(anAnswer())).toEqual([]);
  const plain = { status: 500, headers: { 'content-type': 'text/plain' }, body: 'sorry' };
  expect(responseMatchesSchema.judge(anAnswer(plain))).toEqual([]);
});

test('a member that is only to be written is told, and not shown again', () => {
  const [finding, ...others] = responseMatchesSchema.judge(
    anAnswer({ body: { id: 7, title: 'x', acquisition: { price: 12, note: 'a gift' } } }),
  );
  expect(others).toEqual([]);
  expect(finding).toEqual({
    id: 'response-matches-schema',
    location: '$response.body#/acquisition/note',
    message: expect.stringContaining(
      '$response.body#/acquisition/note is writeOnly, a response must not show it (library GET /books/{id}',
    ),
  });
  const empty = { id: 7, title: 'x', acquisition: { price: 12, note: null } };
  expect(responseMatchesSchema.judge(anAnswer({ body: empty }))).toEqual([]);
});

test('a number that no program can hold is none', () => {
  expect(responseMatchesSchema.judge(anAnswer({ body: '{"id": 1e400, "title": "x"}' }))).toMatchObject([
    { location: '$response.body#/id', expected: 'type integer', actual: 'a number out of range' },
  ]);
});
