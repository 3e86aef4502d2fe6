import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/contract/json.ts';
import { ask, documentOf, json, mockOf } from './ask.ts';

/** What a mock answers in a media type; the bytes as Latin-1. */
async function bodyIn(mediaType: string, described: JsonObject, accept = '*/*') {
  const content = { [mediaType]: described };
  const mock = await mockOf(
    documentOf(
      { '/x': { get: { responses: { 200: { description: 'ok', content } } } } },
      { openapi: '3.2.0' },
    ),
  );
  const { headers, response } = await ask(mock, '/x', { headers: { accept } });
  const text =
    typeof response.body === 'string' ? response.body : Buffer.from(response.body ?? []).toString('latin1');
  return { type: headers['content-type'], text, violations: headers['sl-violations'] };
}

describe('a file that nobody described', () => {
  const binary = { schema: { type: 'string', format: 'binary' } };

  it.for([
    ['image/png', binary, '\x89PNG\r\n\x1a\n'],
    ['image/png', {}, '\x89PNG\r\n\x1a\n'],
    ['image/gif', binary, 'GIF89a'],
    ['image/jpeg', binary, '\xff\xd8\xff'],
    ['image/svg+xml', { schema: { type: 'string' } }, '<svg '],
    ['application/pdf', binary, '%PDF-'],
    ['application/zip', binary, 'PK'],
  ] as const)('is a real one: %s', async ([mediaType, described, begin]) => {
    const { type, text, violations } = await bodyIn(mediaType, described);
    expect(type).toBe(mediaType);
    expect(text.startsWith(begin)).toBe(true);
    expect(violations).toBeUndefined();
  });

  it('is a picture where any picture will do', async () => {
    expect(await bodyIn('image/*', binary)).toMatchObject({
      type: 'image/png',
      text: expect.stringContaining('PNG'),
    });
  });

  it('is base64 where the document says so', async () => {
    expect((await bodyIn('image/png', { schema: { type: 'string', format: 'byte' } })).text).toBe('c3RyaW5n');
  });

  it('is the example where there is one', async () => {
    expect((await bodyIn('image/png', { ...binary, example: 'not really' })).text).toBe('not really');
  });
});

describe('a list', () => {
  const row = { type: 'object', properties: { id: { type: 'integer' }, name: { type: 'string' } } };
  const rows = (example: Json) => ({ schema: { type: 'array', items: row }, example });

  it('is rows with a head in CSV', async () => {
    const { text, violations } = await bodyIn('text/csv', rows([{ id: 1, name: 'a "b", c' }, { id: 2 }]));
    expect(text).toBe('id,name\r\n1,"a ""b"", c"\r\n2,\r\n');
    expect(violations).toBeUndefined();
  });

  it.for([
    ['application/x-ndjson', '{"id":0,"name":"string"}\n{"id":1,"name":"string"}\n'],
    ['application/json-seq', '\x1e{"id":0,"name":"string"}\n\x1e{"id":1,"name":"string"}\n'],
    ['text/event-stream', 'data: {"id":0,"name":"string"}\n\ndata: {"id":1,"name":"string"}\n\n'],
  ] as const)('is one item after the other in %s', async ([mediaType, text]) => {
    expect(await bodyIn(mediaType, { itemSchema: row })).toMatchObject({ text, violations: undefined });
  });

  it('of events has their fields', async () => {
    const itemSchema = { type: 'object', properties: { event: { const: 'tick' }, data: { const: 'a\nb' } } };
    const { text } = await bodyIn('text/event-stream', { itemSchema });
    expect(text).toBe('event: tick\ndata: a\ndata: b\n\n'.repeat(2));
  });
});

describe('a made-up problem', () => {
  const answering = (status: JsonObject) =>
    mockOf(
      documentOf({
        '/x': {
          get: {
            responses: {
              '4XX': {
                description: 'no',
                content: {
                  'application/problem+json': { schema: { type: 'object', properties: { status } } },
                },
              },
            },
          },
        },
      }),
    );

  it.for(['', ', dynamic=true'])('tells the status that it is sent with%s', async (how) => {
    const mock = await answering({ type: 'integer' });
    const { json: body } = await ask(mock, '/x', { headers: { prefer: `code=409${how}` } });
    expect(body).toEqual({ status: 409 });
  });

  it('tells the status that the document says', async () => {
    const mock = await answering({ type: 'integer', example: 400 });
    expect((await ask(mock, '/x', { headers: { prefer: 'code=409' } })).json).toEqual({ status: 400 });
  });
});

describe('a sample that is not valid', () => {
  it('is drawn only where it is not', async () => {
    const item = {
      type: 'object',
      properties: { id: { type: 'integer' }, note: { type: 'string', example: null } },
    };
    const schema = {
      type: 'object',
      properties: { title: { type: 'string' }, items: { type: 'array', items: item } },
    };
    const { json: body, headers } = await ask(
      await mockOf(documentOf({ '/x': { get: { responses: { 200: json({ schema }) } } } })),
      '/x',
      { headers: { prefer: 'explain' } },
    );
    expect(body).toEqual({ title: 'string', items: [{ id: 0, note: expect.any(String) }] });
    expect(headers['sl-violations']).toBeUndefined();
    expect(headers['sverka-explain']).toContain('the lowest documented 2xx');
  });

  it('keeps what its example has, where the example lacks something', async () => {
    const pet = {
      type: 'object',
      required: ['name', 'legs'],
      properties: { name: { type: 'string' }, legs: { type: 'integer' } },
      example: { legs: 3 },
    };
    const schema = { type: 'object', properties: { pet } };
    const { text, violations } = await bodyIn('application/json', { schema });
    expect(JSON.parse(text)).toEqual({ pet: { legs: 3, name: expect.any(String) } });
    expect(violations).toBeUndefined();
  });
});

it('a password is as long as it has to be', async () => {
  const schema = { type: 'string', format: 'password', minLength: 12 };
  expect((await bodyIn('application/json', { schema })).text).toBe('"pa$$word_qwe"');
});
