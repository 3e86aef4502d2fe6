import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/contract/json.ts';
import { ask, documentOf, json, mockOf } from './ask.ts';

const text: JsonObject = { type: 'string' };
const Order: JsonObject = {
  type: 'object',
  required: ['id', 'status'],
  properties: { id: { type: 'integer', readOnly: true }, item: text, status: text, reason: text },
};
const cancel = (response: JsonObject): JsonObject => ({
  post: {
    requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
    responses: { 200: json(response) },
  },
});
const orders = (response: JsonObject) =>
  mockOf(
    documentOf({
      '/orders': {
        get: { responses: { 200: json({ schema: { type: 'array', items: Order } }) } },
        post: {
          requestBody: { content: { 'application/json': { schema: Order } } },
          responses: { 201: json({ schema: Order }) },
        },
      },
      '/orders/{id}': {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
        get: { responses: { 200: json({ schema: Order, example: { id: 1, item: 'tea', status: 'new' } }) } },
        delete: { responses: { 204: { description: 'gone' } } },
      },
      '/orders/{id}/cancel': {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
        ...cancel(response),
      },
    }),
  );
const salt = { item: 'salt', status: 'new' };

describe('what is done to a thing', () => {
  it('answers the one that is stored, as it becomes by the examples and by what was sent', async () => {
    const example = { id: 1, item: 'tea', status: 'cancelled' };
    const mock = await orders({ schema: Order, example });
    await ask(mock, '/orders', { json: salt });
    const expected = { id: 2, item: 'salt', status: 'cancelled', reason: 'too dear' };
    const { json: told } = await ask(mock, '/orders/2/cancel', { json: { reason: 'too dear', loud: true } });
    expect(told).toEqual(expected);
    expect((await ask(mock, '/orders/2')).json).toEqual(expected);
    expect((await ask(mock, '/orders/1/cancel', { json: {} })).json).toEqual(example);
    expect((await ask(mock, '/orders/1')).json).toEqual(example);
    await ask(mock, '/orders/2', { method: 'DELETE' });
    expect((await ask(mock, '/orders/2/cancel', { json: {} })).status).toBe(404);
  });

  it('takes nothing from the example of another thing', async () => {
    const mock = await orders({ schema: Order, example: { id: 9, item: 'rice', status: 'cancelled' } });
    await ask(mock, '/orders', { json: salt });
    expect((await ask(mock, '/orders/2/cancel', { json: {} })).json).toEqual({ id: 2, ...salt });
  });

  it('answers as documented where that is no such thing', async () => {
    const example = { id: 3, sum: 5 };
    const refund: JsonObject = {
      type: 'object',
      properties: { id: { type: 'integer' }, sum: { type: 'integer' } },
    };
    const mock = await orders({ schema: refund, example });
    await ask(mock, '/orders', { json: salt });
    expect((await ask(mock, '/orders/2/cancel', { json: {} })).json).toEqual(example);
    expect((await ask(mock, '/orders/2')).json).toEqual({ id: 2, ...salt });
  });
});

it('an id that was never seen gets the example, whatever happened to others', async () => {
  const mock = await orders({ schema: Order });
  const { json: before } = await ask(mock, '/orders/99');
  await ask(mock, '/orders', { json: salt });
  expect(await ask(mock, '/orders/99')).toMatchObject({ status: 200, json: before });
  await ask(mock, '/orders/99', { method: 'DELETE' });
  expect((await ask(mock, '/orders/99')).status).toBe(404);
});
