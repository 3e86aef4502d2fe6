import { describe, expect, it } from 'vitest';
import type { Mock } from '../../mock/handle.ts';
import type { JsonObject } from '../../src/contract/json.ts';
import { ask, documentOf, json, mockOf } from './ask.ts';

const integer: JsonObject = { type: 'integer' };
const Order: JsonObject = {
  type: 'object',
  required: ['id', 'userId'],
  properties: { id: { ...integer, readOnly: true }, userId: integer, item: { type: 'string' } },
};
const inPath = (...names: readonly string[]): JsonObject => ({
  parameters: names.map((name) => ({ name, in: 'path', required: true, schema: integer })),
});
const list = (...shown: readonly JsonObject[]): JsonObject => ({
  get: { responses: { 200: json({ schema: { type: 'array', items: Order }, example: [...shown] }) } },
});
const create = (schema: JsonObject = Order): JsonObject => ({
  post: {
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: { 201: json({ schema }) },
  },
});
const item: JsonObject = {
  get: { responses: { 200: json({ schema: Order, example: { id: 1, userId: 7, item: 'tea' } }) } },
  patch: {
    requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
    responses: { 200: json({ schema: Order }) },
  },
  delete: { responses: { 204: { description: 'gone' } } },
};
const flat = {
  '/orders': { ...list({ id: 1, userId: 7, item: 'tea' }), ...create() },
  '/orders/{orderId}': { ...inPath('orderId'), ...item },
};
const whole: JsonObject = {
  ...flat,
  '/users/{userId}/orders': { ...inPath('userId'), ...list({ id: 9, userId: 5, item: 'milk' }), ...create() },
  '/users/{userId}/orders/{orderId}': { ...inPath('userId', 'orderId'), ...item },
};
const get = async (mock: Mock, path: string) => (await ask(mock, path)).json;

describe('a thing that two paths lead to', () => {
  it('is one, wherever it is created, changed and deleted', async () => {
    const mock = await mockOf(documentOf(whole));
    const { json: order } = await ask(mock, '/users/5/orders', { json: { userId: 5, item: 'salt' } });
    expect(order).toEqual({ id: 10, userId: 5, item: 'salt' });
    expect(await get(mock, '/orders/10')).toEqual(order);
    expect(await get(mock, '/orders')).toHaveLength(3);
    await ask(mock, '/orders/10', { method: 'PATCH', json: { item: 'rice' } });
    expect(await get(mock, '/users/5/orders/10')).toEqual({ id: 10, userId: 5, item: 'rice' });
    await ask(mock, '/users/5/orders/10', { method: 'DELETE' });
    expect((await ask(mock, '/orders/10')).status).toBe(404);
    expect(await get(mock, '/users/5/orders')).toEqual([{ id: 9, userId: 5, item: 'milk' }]);
  });

  it('is listed below what it names', async () => {
    const mock = await mockOf(documentOf(whole));
    await ask(mock, '/orders', { json: { userId: 5, item: 'salt' } });
    expect(await get(mock, '/users/5/orders')).toEqual([
      { id: 9, userId: 5, item: 'milk' },
      { id: 2, userId: 5, item: 'salt' },
    ]);
  });

  it('has a path of its own even where its collection has none', async () => {
    const shallow = {
      '/orders/{orderId}': flat['/orders/{orderId}'],
      '/users/{id}/orders': { ...inPath('id'), ...create() },
    };
    const mock = await mockOf(documentOf(shallow));
    const { json: order } = await ask(mock, '/users/5/orders', { json: { userId: 5, item: 'salt' } });
    expect(order).toEqual({ id: 2, userId: 5, item: 'salt' });
    expect(await get(mock, '/orders/2')).toEqual(order);
  });

  it('is two where the schemas differ', async () => {
    const properties = { id: integer, item: { type: 'string' } };
    for (const schema of [
      { type: 'object', properties },
      { ...Order, title: 'another' },
    ]) {
      const nested = { ...inPath('userId'), ...create(schema) };
      const mock = await mockOf(documentOf({ ...flat, '/users/{userId}/orders': nested }));
      await ask(mock, '/users/5/orders', { json: { userId: 5, item: 'salt' } });
      expect(await get(mock, '/orders')).toEqual([{ id: 1, userId: 7, item: 'tea' }]);
    }
  });

  it('keeps its id below a parent whose parameter is called id', async () => {
    const paths = {
      '/users/{id}/orders': { ...inPath('id'), ...list({ id: 2, userId: 5 }), ...create() },
      '/users/{id}/orders/{orderId}': { ...inPath('id', 'orderId'), ...item },
    };
    const mock = await mockOf(documentOf(paths));
    await ask(mock, '/users/5/orders', { json: { userId: 5 } });
    expect(await get(mock, '/users/5/orders')).toMatchObject([{ id: 2 }, { id: 1 }, { id: 3 }]);
  });
});
