import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MockRequest } from '../../mock/exchange.ts';
import { documentOf, json, mockOf } from './ask.ts';

const schema = { type: 'object', properties: { a: { type: 'array', items: { type: 'integer' } } } };

const document = documentOf(
  {
    '/x/{id}': {
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
        { name: 'deep', in: 'query', style: 'deepObject', explode: true, schema },
        { name: 'list', in: 'query', schema: { type: 'array', items: { type: 'number' } } },
        { name: 'X-H', in: 'header', schema: { type: 'integer' } },
        { name: 'c', in: 'cookie', schema: { type: 'boolean' } },
      ],
      get: { security: [{}, { b: [] }], responses: { 200: json({ schema }), default: json({ example: 1 }) } },
      put: {
        requestBody: {
          content: {
            'application/json': { schema },
            'application/x-www-form-urlencoded': { schema },
            'multipart/form-data': { schema },
            'text/plain': { schema: { type: 'string' } },
          },
        },
        responses: { 200: json({ schema }) },
      },
    },
  },
  { components: { securitySchemes: { b: { type: 'http', scheme: 'basic' } } } },
);

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '%',
    '%E0%A4%A',
    '../..',
    '\0',
    '\r\n',
    '{"__proto__":{"x":1}}',
    '[[[[',
    '💥',
  ),
);
const name = fc.constantFrom(
  'accept',
  'prefer',
  'content-type',
  'authorization',
  'cookie',
  'origin',
  'x-h',
  'x-mock-session',
  '__proto__',
  'content-length',
);
const value = fc.oneof(
  nasty,
  fc.constantFrom(
    '*/*',
    ';;;',
    'a/b;q=x',
    'multipart/form-data',
    'multipart/form-data; boundary="',
    'application/json; charset=klingon',
    'application/x-www-form-urlencoded',
    'Basic !!!',
    'Bearer a.b.c',
    'code=200, items=999999, delay=0',
    'example="',
    'explain=full',
  ),
);

const request: fc.Arbitrary<MockRequest> = fc.record({
  method: fc.oneof(fc.constantFrom('GET', 'PUT', 'HEAD', 'OPTIONS', 'TRACE'), nasty),
  path: fc.oneof(
    fc.constant('/x/5'),
    nasty.map((text) => `/x/${text}`),
    nasty.map((text) => `/${text}`),
  ),
  query: fc.oneof(
    nasty,
    nasty.map((text) => `deep[a]=${text}&list=${text}&__code=${text}`),
    fc.constant('__server=http://x&__dynamic=true'),
  ),
  headers: fc.dictionary(name, value),
  body: fc.option(
    fc.oneof(
      fc.uint8Array(),
      nasty.map((text) => new TextEncoder().encode(text)),
    ),
    { nil: undefined },
  ),
});

it('no request breaks the mock: each gets an answer that HTTP can carry', async () => {
  const mock = await mockOf(document);
  await fc.assert(
    fc.asyncProperty(request, async (asked) => {
      const { status, headers, explanation } = await mock.handle(asked);
      expect(status).toBeGreaterThanOrEqual(200);
      expect(status).toBeLessThan(600);
      expect(explanation.notes.some(({ text }) => text.startsWith('The mock could not build'))).toBe(false);
      for (const text of Object.values(headers)) expect(text).toMatch(/^[\t\x20-\x7e\x80-\xff]*$/);
    }),
    { numRuns: 500 },
  );
});
