import { expect, it } from 'vitest';
import { applyPatch } from '../../mock/state/patch/json-patch.ts';
import { mergePatch } from '../../mock/state/patch/merge-patch.ts';
import type { JsonObject } from '../../src/contract/json.ts';
import { ask, documentOf, json, mockOf } from './ask.ts';

const Note: JsonObject = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'integer' },
    title: { type: 'string' },
    tags: { type: 'array', items: { type: 'string' } },
  },
};
const example = { id: 1, title: 'Milk', tags: ['shop'] };
const responses = { 200: json({ schema: Note, example }), 409: json({ example: { error: 'conflict' } }) };

const notes = () =>
  mockOf(
    documentOf({
      '/notes/{noteId}': {
        parameters: [{ name: 'noteId', in: 'path', required: true, schema: { type: 'integer' } }],
        get: { responses },
        patch: {
          requestBody: {
            content: {
              'application/json-patch+json': { schema: { type: 'array' } },
              'application/merge-patch+json': { schema: { type: 'object' } },
            },
          },
          responses,
        },
      },
    }),
  );

const patch = (type: string, body: unknown) => ({
  method: 'PATCH',
  body: JSON.stringify(body),
  headers: { 'content-type': `application/${type}-patch+json` },
});

it('a JSON Patch changes what is stored', async () => {
  const mock = await notes();
  const operations = [
    { op: 'test', path: '/title', value: 'Milk' },
    { op: 'add', path: '/tags/-', value: 'today' },
    { op: 'replace', path: '/title', value: 'Oat milk' },
  ];
  expect((await ask(mock, '/notes/1', patch('json', operations))).status).toBe(200);
  expect((await ask(mock, '/notes/1')).json).toEqual({ id: 1, title: 'Oat milk', tags: ['shop', 'today'] });
});

it('a JSON Patch that does not fit is a conflict, and nothing of it is done', async () => {
  const mock = await notes();
  const operations = [
    { op: 'replace', path: '/title', value: 'Tea' },
    { op: 'test', path: '/tags', value: [] },
  ];
  expect(await ask(mock, '/notes/1', patch('json', operations))).toMatchObject({
    status: 409,
    json: { error: 'conflict' },
  });
  expect((await ask(mock, '/notes/1')).json).toEqual(example);
});

it('a merge patch takes away what is null', async () => {
  const mock = await notes();
  await ask(mock, '/notes/1', patch('merge', { title: null, tags: ['home'] }));
  expect((await ask(mock, '/notes/1')).json).toEqual({ id: 1, tags: ['home'] });
});

it.each([
  ['add', { op: 'add', path: '/a/0', value: 9 }, { a: [9, 1, 2], b: { c: 3 } }],
  ['remove', { op: 'remove', path: '/a/1' }, { a: [1], b: { c: 3 } }],
  ['replace', { op: 'replace', path: '/b/c', value: null }, { a: [1, 2], b: { c: null } }],
  ['move', { op: 'move', from: '/b/c', path: '/d' }, { a: [1, 2], b: {}, d: 3 }],
  ['copy', { op: 'copy', from: '/b', path: '/a/-' }, { a: [1, 2, { c: 3 }], b: { c: 3 } }],
  ['test', { op: 'test', path: '/b', value: { c: 3 } }, { a: [1, 2], b: { c: 3 } }],
  ['the whole', { op: 'replace', path: '', value: [] }, []],
])('%s does as RFC 6902 says', (_, operation, value) => {
  expect(applyPatch({ a: [1, 2], b: { c: 3 } }, [operation])).toEqual({ value });
});

it.each([
  { op: 'remove', path: '/x' },
  { op: 'replace', path: '/x', value: 1 },
  { op: 'add', path: '/a/3', value: 1 },
  { op: 'add', path: '/a/01', value: 1 },
  { op: 'add', path: '/x/y', value: 1 },
  { op: 'add', path: '/x' },
  { op: 'move', from: '/x', path: '/y' },
  { op: 'move', from: '/b', path: '/b/c' },
  { op: 'test', path: '/a', value: [2, 1] },
  { op: 'jump', path: '/a' },
  { op: 'add', path: 'a', value: 1 },
  'add',
])('%j cannot be done', (operation) => {
  expect(applyPatch({ a: [1, 2], b: { c: 3 } }, [operation])).toHaveProperty('failure');
});

it('a patch that doubles a value over and over is refused', () => {
  const doublings = Array.from({ length: 40 }, (_, at) => ({ op: 'copy', from: '', path: `/copy${at}` }));
  expect(applyPatch({ a: 'word' }, doublings)).toEqual({ failure: 'the patch copies too much' });
  expect(applyPatch({ a: 'word' }, doublings.slice(0, 5))).toHaveProperty('value');
});

it('a member called __proto__ is a member like any other', () => {
  const patched = mergePatch({}, JSON.parse('{"__proto__":{"admin":true}}'));
  expect(Object.keys(patched)).toEqual(['__proto__']);
  expect(applyPatch({}, [{ op: 'add', path: '/__proto__', value: { admin: true } }])).toEqual({
    value: JSON.parse('{"__proto__":{"admin":true}}'),
  });
});
