import { expect, it } from 'vitest';
import { ask, documentOf, json, mockOf } from './ask.ts';

const document = documentOf({
  '/x': {
    get: {
      parameters: [{ name: 'n', in: 'query', schema: { type: 'integer' } }],
      responses: { 200: json({ example: { a: 1 } }) },
    },
  },
});

it('a response explains itself in a header when asked', async () => {
  const {
    status,
    headers,
    json: body,
  } = await ask(await mockOf(document), '/x', { headers: { prefer: 'explain' } });
  expect(status).toBe(200);
  expect(body).toEqual({ a: 1 });
  expect(headers['sverka-explain']).toContain('GET /x');
  expect(headers['sverka-explain']).toContain('example "default"');
  expect(headers.link).toMatch(/^<\/_sverka\/.+>; rel="describedby"$/);
});

it('a response explains itself in full instead of itself', async () => {
  const { json: body } = await ask(await mockOf(document), '/x?n=abc', {
    headers: { prefer: 'explain=full' },
  });
  expect(body).toMatchObject({
    operation: 'api.GET /x',
    violations: [{ location: ['request', 'query', 'n'], code: 'type' }],
    source: 'problem',
    response: { status: 422 },
  });
});

it('a response that was not asked to explain itself does not', async () => {
  const { headers } = await ask(await mockOf(document), '/x');
  expect(headers).not.toHaveProperty('sverka-explain');
});
