import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/contract/json.ts';
import { ask, documentOf, json, mockOf } from './ask.ts';

const Pet: JsonObject = { type: 'object', properties: { id: { type: 'integer' }, name: { type: 'string' } } };
const body = (schema: JsonObject): JsonObject => ({ content: { 'application/json': { schema } } });

describe('a collection whose things have no paths of their own', () => {
  const list = { get: { responses: { 200: json({ schema: { type: 'array', items: Pet }, example: [] }) } } };
  const shop = documentOf({
    '/pets': { ...list, post: { requestBody: body(Pet), responses: { 201: json({ schema: Pet }) } } },
    '/notes': { ...list, post: { requestBody: body(Pet), responses: { 201: { description: 'noted' } } } },
    '/search': {
      ...list,
      post: {
        requestBody: body({ type: 'object' }),
        responses: { 200: json({ schema: { type: 'array', items: Pet }, example: [] }) },
      },
    },
  });

  it.for(['/pets', '/notes'])('lists what was created, whatever its creation answers: %s', async (path) => {
    const mock = await mockOf(shop);
    const created = await ask(mock, path, { json: { name: 'Tom' } });
    expect([created.status, created.headers.location]).toEqual([201, undefined]);
    expect((await ask(mock, path)).json).toEqual([{ id: 1, name: 'Tom' }]);
  });

  it('does not list what was searched for', async () => {
    const mock = await mockOf(shop);
    await ask(mock, '/search', { json: { name: 'Tom' } });
    expect((await ask(mock, '/search')).json).toEqual([]);
  });
});
