import { describe, expect, it } from 'vitest';
import { createMock } from '../../mock/handle.ts';
import { contractFromDocument } from '../../src/contract/from-document.ts';
import type { JsonObject } from '../../src/contract/json.ts';
import { ask, documentOf, json, mockOf } from './ask.ts';

const schema = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string' }, age: { type: 'integer' } },
};

const people = (responses: Record<string, ReturnType<typeof json>> = {}) =>
  documentOf({
    '/people': {
      post: {
        requestBody: { required: true, content: { 'application/json': { schema } } },
        responses: { 201: json({ example: { id: 1 } }), ...responses },
      },
    },
  });

describe('a request that breaks the contract', () => {
  it("is told what it breaks, in Prism's words", async () => {
    const {
      status,
      headers,
      json: body,
    } = await ask(await mockOf(people()), '/people', { json: { age: 'old' } });
    expect(status).toBe(422);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(body).toMatchObject({
      type: 'https://stoplight.io/prism/errors#UNPROCESSABLE_ENTITY',
      validation: [
        { location: ['body'], code: 'required', message: "Request body must have required property 'name'" },
        { location: ['body', 'age'], code: 'type', message: 'Request body property age must be integer' },
      ],
    });
  });

  it('gets the documented 422, else the documented 400, whatever Accept says', async () => {
    const both = await mockOf(
      people({ 400: json({ example: 'four hundred' }), 422: json({ example: 'unprocessable' }) }),
    );
    expect((await ask(both, '/people', { json: {}, headers: { accept: 'text/html' } })).json).toBe(
      'unprocessable',
    );
    const one = await mockOf(people({ 400: json({ example: 'four hundred' }) }));
    expect(await ask(one, '/people', { json: {} })).toMatchObject({ status: 400, json: 'four hundred' });
  });

  it('is 415 when the media type is not one of the operation', async () => {
    const { status, json: body } = await ask(await mockOf(people()), '/people', {
      body: 'name',
      headers: { 'content-type': 'text/plain' },
    });
    expect(status).toBe(415);
    expect(body).toMatchObject({ detail: 'Supported content types: application/json' });
  });

  it('is answered as if it were good when validation is off', async () => {
    const mock = await mockOf(people(), { validate: false });
    expect((await ask(mock, '/people', { json: {} })).status).toBe(201);
  });

  it('leaves its violations in a header of ASCII', async () => {
    const { headers } = await ask(await mockOf(people()), '/people', { json: { name: 'x', age: 'ы' } });
    expect(headers['sl-violations']).toMatch(/^[\x20-\x7e]+$/);
    expect(JSON.parse(headers['sl-violations'] ?? '')).toMatchObject([
      { location: ['request', 'body', 'age'] },
    ]);
  });
});

describe('a response that breaks the contract', () => {
  const broken = documentOf({
    '/n': { get: { responses: { 200: json({ schema: { type: 'integer' }, example: 'x' }) } } },
  });

  it('is sent with its violations', async () => {
    const { status, headers } = await ask(await mockOf(broken), '/n');
    expect(status).toBe(200);
    expect(headers['sl-violations']).toContain('must be integer');
  });

  it('is a 500 with --errors', async () => {
    const { status, json: body } = await ask(await mockOf(broken, { errors: true }), '/n');
    expect(status).toBe(500);
    expect(body).toMatchObject({ validation: [{ location: ['response', 'body'], code: 'type' }] });
  });

  it('is not one that has no body because it answers HEAD', async () => {
    const parameters = [{ name: 'id', in: 'query', required: true, schema: { type: 'integer' } }];
    const responses = { 200: { description: 'there' }, 422: json({ example: { id: 'missing' } }) };
    const mock = await mockOf(documentOf({ '/n': { head: { parameters, responses } } }), { errors: true });
    const { status, headers, text } = await ask(mock, '/n', { method: 'HEAD' });
    expect([status, text]).toEqual([422, '']);
    expect(headers['sl-violations']).not.toContain('response');
  });

  it('in an undocumented media type is held against the first documented one as well', async () => {
    const contract = await contractFromDocument(
      documentOf({ '/n': { get: { responses: { 200: json({ schema: { type: 'object' } }) } } } }),
    );
    const answer = () =>
      ({
        kind: 'reply',
        status: 200,
        headers: { 'content-type': 'text/plain' },
        body: 'x',
        why: '',
      }) as const;
    const { headers } = await ask(createMock([contract], { behaviours: [{ answer }] }), '/n');
    expect(JSON.parse(headers['sl-violations'] ?? '')).toMatchObject([
      { location: ['response'], message: expect.stringContaining('"text/plain" does not match') },
      { location: ['response', 'body'], code: 'type' },
    ]);
  });
});

describe('credentials', () => {
  const secured = (security: JsonObject[], schemes: JsonObject) =>
    documentOf(
      { '/s': { get: { security, responses: { 200: json({ example: 'in' }) } } } },
      { components: { securitySchemes: schemes } },
    );
  const bearer = { b: { type: 'http', scheme: 'bearer' } };
  const jwt = (claims: object) => `Bearer e30.${btoa(JSON.stringify(claims)).replaceAll('=', '')}.s`;

  it('that are missing are 401 with a challenge', async () => {
    const { status, headers } = await ask(await mockOf(secured([{ b: [] }], bearer)), '/s');
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toBe('Bearer');
  });

  it('of any alternative will do, all of one are needed', async () => {
    const mock = await mockOf(
      secured([{ b: [], k: [] }, { c: [] }], {
        ...bearer,
        k: { type: 'apiKey', in: 'query', name: 'key' },
        c: { type: 'apiKey', in: 'cookie', name: 'sid' },
      }),
    );
    const authorization = 'Bearer x';
    expect((await ask(mock, '/s', { headers: { authorization } })).status).toBe(401);
    expect((await ask(mock, '/s?key=1', { headers: { authorization } })).status).toBe(200);
    expect((await ask(mock, '/s', { headers: { cookie: 'a=b; sid=1' } })).status).toBe(200);
    expect((await ask(mock, '/s', { headers: { cookie: 'xsid=1' } })).status).toBe(401);
  });

  it('without the scope that is asked for are 403, when the token tells its scopes', async () => {
    const mock = await mockOf(secured([{ o: ['write'] }], { o: { type: 'oauth2', flows: {} } }));
    expect((await ask(mock, '/s', { headers: { authorization: jwt({ scope: 'read' }) } })).status).toBe(403);
    expect((await ask(mock, '/s', { headers: { authorization: jwt({ scope: 'read write' }) } })).status).toBe(
      200,
    );
    expect((await ask(mock, '/s', { headers: { authorization: 'Bearer opaque' } })).status).toBe(200);
  });

  it('are not asked for when security is off', async () => {
    const mock = await mockOf(secured([{ b: [] }], bearer), { security: false });
    expect((await ask(mock, '/s')).status).toBe(200);
  });
});
