import { expect, it } from 'vitest';
import { ask, documentOf, json, mockOf, type Question } from './ask.ts';

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
  expect(headers.link).toBeUndefined();
});

it('an explanation links to the console where there is one', async () => {
  const { headers } = await ask(await mockOf(document, { console: true }), '/x', {
    headers: { prefer: 'explain' },
  });
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

const shop = documentOf(
  {
    '/books': {
      get: { responses: { 200: json({ example: [] }) } },
      post: {
        requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
        responses: { 201: json({ schema: { type: 'object', properties: { id: { type: 'integer' } } } }) },
      },
    },
    '/books/{id}': { get: { responses: { 200: json({ example: { id: 1 } }) } } },
    '/nothing': { get: { responses: {} } },
  },
  { servers: [{ url: 'https://shop.example/v2' }] },
);

/** The sentence that a response is explained by. */
async function sentenceFor(target: string, prefer = 'explain', question: Question = {}): Promise<string> {
  const headers = { prefer, ...question.headers };
  const answer = await ask(await mockOf(shop), target, { ...question, headers });
  return answer.headers['sverka-explain'] ?? '';
}

it.for([
  ['/v2/books', 'the documented servers stand at /v2: ask for /books, or start the mock with --base-path'],
  ['/book', 'the document has /books'],
  ['/books/1/reviews', 'the document has /books/{id}'],
])('a path that no document has is explained by what was meant: %s', async ([target = '', hint]) => {
  expect(await sentenceFor(target)).toContain(hint);
});

it('a path that nothing comes near is explained by nothing', async () => {
  expect(await sentenceFor('/robots.txt')).not.toContain('the document has');
});

it('each decision is told once', async () => {
  const created = await sentenceFor('/books', 'explain', { json: {} });
  expect(created).toContain('201 with what is stored because: created with id');
  expect(created.match(/created with id/g)).toHaveLength(1);
});

it('a problem of the mock explains itself without being asked', async () => {
  const { status, headers } = await ask(await mockOf(shop), '/nothing');
  expect(status).toBe(500);
  expect(headers['sverka-explain']).toMatch(/The document has no responses for GET \/nothing$/);
});

it.for([
  ['code=503', 'documented are 200, 4XX'],
  ['example=dgo', 'the examples are cat, dog (code=200); none (code=4XX)'],
])('a preference that cannot be met is told what can: %s', async ([prefer = '', told]) => {
  const examples = { cat: { value: 'Tom' }, dog: { externalValue: 'https://example.com/dog.json' } };
  const mock = await mockOf(
    documentOf({
      '/pet': {
        get: { responses: { 200: json({ examples }), '4XX': json({ examples: { none: { value: null } } }) } },
      },
    }),
  );
  const answer = await ask(mock, '/pet', { headers: { prefer } });
  expect(answer.status).toBe(404);
  expect(answer.headers['sverka-explain']).toContain(told);
});

it('a misspelt preference is named, one for others is not', async () => {
  expect(await sentenceFor('/books', 'explain, cod=404, return=minimal')).toContain(
    'Prefer: cod is not known here, only code, example',
  );
});

it('a preference that makes no sense is explained with the operation it was for', async () => {
  const answer = await ask(await mockOf(shop), '/books', { headers: { prefer: 'code=abc' } });
  expect([answer.status, answer.response.explanation.route]).toEqual([422, 'GET /books']);
});

it('missing credentials are explained by what is needed, and where', async () => {
  const schemes = {
    token: { type: 'http', scheme: 'bearer' },
    key: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
  };
  const mock = await mockOf(
    documentOf(
      { '/x': { get: { security: [{ token: [] }, { key: [] }], responses: { 200: json({ example: 1 }) } } } },
      { components: { securitySchemes: schemes } },
    ),
  );
  const { status, headers } = await ask(mock, '/x', { headers: { prefer: 'explain' } });
  expect(status).toBe(401);
  expect(headers['sverka-explain']).toContain(
    'needs token (Authorization: Bearer), or key (header X-API-Key)',
  );
});
