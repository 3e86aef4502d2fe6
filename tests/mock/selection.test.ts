import { describe, expect, it } from 'vitest';
import { ask, documentOf, json, mockOf } from './ask.ts';

const document = documentOf({
  '/things': {
    get: {
      responses: {
        404: json({ example: { error: 'none' } }),
        202: json({ examples: { first: { value: { name: 'a' } }, second: { value: { name: 'b' } } } }),
        210: json({ example: 'later' }),
        '5XX': json({ example: 'broken' }),
      },
    },
  },
  '/any': { get: { responses: { default: json({ example: 'anything' }) } } },
  '/types': {
    get: {
      responses: {
        200: {
          description: 'in several forms',
          content: {
            'text/plain': { example: 'words' },
            'application/json': { example: { a: 1 } },
            'application/xml': {
              schema: { type: 'object', properties: { a: { type: 'integer', example: 1 } } },
            },
          },
        },
      },
    },
  },
});

describe('the response', () => {
  it('is the lowest documented success', async () => {
    const mock = await mockOf(document);
    const { status, json: body } = await ask(mock, '/things');
    expect(status).toBe(202);
    expect(body).toEqual({ name: 'a' });
  });

  it('is the one a Prefer header asks for, by code and by example', async () => {
    const mock = await mockOf(document);
    expect((await ask(mock, '/things', { headers: { prefer: 'code=404' } })).json).toEqual({ error: 'none' });
    const second = await ask(mock, '/things', { headers: { prefer: 'example=second' } });
    expect(second.json).toEqual({ name: 'b' });
    expect(second.headers['preference-applied']).toBe('example=second');
  });

  it('of a fault has its status, documented or not', async () => {
    const mock = await mockOf(document);
    const fault = (name: string, target: string) =>
      ask(mock, target, { headers: { prefer: `fault=${name}` } });
    expect((await fault('internal-error', '/things')).json).toBe('broken');
    const undocumented = await fault('database-unavailable', '/types');
    expect(undocumented.status).toBe(503);
    expect(undocumented.headers['preference-applied']).toBe('fault=database-unavailable');
  });

  it('is found by range and by default, with the code that was asked for', async () => {
    const mock = await mockOf(document);
    expect(await ask(mock, '/things?__code=503')).toMatchObject({ status: 503, json: 'broken' });
    expect(await ask(mock, '/any?__code=418')).toMatchObject({ status: 418, json: 'anything' });
    expect(await ask(mock, '/any')).toMatchObject({ status: 200, json: 'anything' });
  });

  it('is a 404 problem when a code or an example is not documented', async () => {
    const mock = await mockOf(document);
    const code = await ask(mock, '/things?__code=409');
    expect(code.status).toBe(404);
    expect(code.json).toMatchObject({ detail: 'Requested status code 409 is not defined in the document.' });
    expect((await ask(mock, '/things?__example=third')).status).toBe(404);
  });

  it('ignores query forms beside a Prefer header', async () => {
    const mock = await mockOf(document);
    expect((await ask(mock, '/things?__code=404', { headers: { prefer: 'code=210' } })).status).toBe(210);
  });

  it('is a 422 for a preference that makes no sense', async () => {
    const mock = await mockOf(document);
    for (const prefer of [
      'code=abc',
      'code=99',
      'code=007',
      'dynamic=maybe',
      'delay=soon',
      'fault=everything',
    ]) {
      expect((await ask(mock, '/things', { headers: { prefer } })).status, prefer).toBe(422);
    }
  });
});

describe('the media type', () => {
  it.each([
    ['*/*', 'text/plain'],
    ['application/json', 'application/json'],
    ['text/*;q=0.4, application/json;q=0.5', 'application/json'],
    ['application/xml, application/json', 'application/xml'],
    ['application/json; version=2', 'application/json'],
    ['application/json;q=0, */*', 'text/plain'],
  ])('for Accept: %s is %s', async (accept, expected) => {
    const mock = await mockOf(document);
    expect((await ask(mock, '/types', { headers: { accept } })).headers['content-type']).toBe(expected);
  });

  it('is JSON where nobody asks, with parameters too', async () => {
    const content = { 'text/html': { example: 'a' }, 'application/json; charset=utf-8': { example: 'b' } };
    const mock = await mockOf(
      documentOf({ '/n': { get: { responses: { 200: { description: '', content } } } } }),
    );
    expect((await ask(mock, '/n', { headers: { accept: '' } })).text).toBe('"b"');
  });

  it('that nobody documented is 406', async () => {
    const mock = await mockOf(document);
    expect((await ask(mock, '/types', { headers: { accept: 'image/png' } })).status).toBe(406);
  });

  it('decides how a body is written', async () => {
    const mock = await mockOf(document);
    expect((await ask(mock, '/types', { headers: { accept: 'application/xml' } })).text).toBe(
      '<xml><a>1</a></xml>',
    );
  });
});

describe('a route', () => {
  it('that does not exist is 404, and a method that does not exist 405 with Allow', async () => {
    const mock = await mockOf(document);
    expect((await ask(mock, '/nothing')).status).toBe(404);
    const { status, headers } = await ask(mock, '/things', { method: 'DELETE' });
    expect(status).toBe(405);
    expect(headers.allow).toBe('GET');
  });

  it('also stands below the id of its contract', async () => {
    const mock = await mockOf(document);
    expect((await ask(mock, '/api/things')).status).toBe(202);
  });

  it('stands below the documented server path when asked', async () => {
    const mock = await mockOf(
      { ...document, servers: [{ url: 'https://x.example/v1/' }] },
      { basePath: 'servers' },
    );
    expect((await ask(mock, '/v1/things')).status).toBe(202);
    expect((await ask(mock, '/things')).status).toBe(404);
  });
});
