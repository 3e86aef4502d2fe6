import { describe, expect, it } from 'vitest';
import { createMock } from '../../mock/handle.ts';
import { contractFromDocument } from '../../src/contract/from-document.ts';
import type { Json, JsonObject } from '../../src/contract/json.ts';
import { type Answer, ask, documentOf, json, mockOf } from './ask.ts';

const done: JsonObject = { '200': { description: 'done' } };

const query = (name: string, schema: JsonObject, more: JsonObject = {}): JsonObject => ({
  name,
  in: 'query',
  schema,
  ...more,
});

const search = (...parameters: JsonObject[]) =>
  mockOf(documentOf({ '/search': { get: { parameters, responses: done } } }));

const intake = (content: JsonObject) =>
  mockOf(documentOf({ '/intake': { post: { requestBody: { required: true, content }, responses: done } } }));

interface Told {
  readonly location: readonly string[];
  readonly code: string;
  readonly message: string;
}

function validation({ text }: Answer): readonly Told[] {
  const { validation: told }: { validation: Told[] } = JSON.parse(text);
  return told;
}

describe('an empty value', () => {
  it('stands for an optional parameter that is left out', async () => {
    const mock = await search(query('page', { type: 'integer' }));
    expect((await ask(mock, '/search?page=')).status).toBe(200);
    expect((await ask(mock, '/search?page')).status).toBe(200);
    expect((await ask(mock, '/search?page=x')).status).toBe(422);
  });

  it('does not stand for a required one', async () => {
    const mock = await search(query('term', { type: 'string' }, { required: true }));
    const answer = await ask(mock, '/search?term=');
    expect(validation(answer)).toMatchObject([{ location: ['query'], code: 'required' }]);
  });

  it('of a header counts as none', async () => {
    const mock = await search({ name: 'X-Depth', in: 'header', schema: { type: 'integer' } });
    expect((await ask(mock, '/search', { headers: { 'x-depth': '' } })).status).toBe(200);
  });
});

describe('a body', () => {
  it('of a media type built on a documented one is judged like that', async () => {
    const mock = await intake({ 'application/json': { schema: { type: 'object', required: ['id'] } } });
    const send = (body: string) =>
      ask(mock, '/intake', { body, headers: { 'content-type': 'application/vnd.crate+json' } });
    expect((await send('{"id":1}')).status).toBe(200);
    expect(validation(await send('{}'))).toMatchObject([{ location: ['body'], code: 'required' }]);
  });

  it('of an unrelated media type is still refused', async () => {
    const mock = await intake({ 'application/json': { schema: {} } });
    const answer = await ask(mock, '/intake', { body: 'x', headers: { 'content-type': 'text/plain' } });
    expect(answer.status).toBe(415);
  });

  it('in parts without a boundary is of no supported media type', async () => {
    const mock = await intake({ 'multipart/form-data': { schema: { type: 'object' } } });
    const answer = await ask(mock, '/intake', {
      body: '--x--',
      headers: { 'content-type': 'multipart/form-data' },
    });
    expect(answer.status).toBe(415);
    expect(answer.text).toContain('Boundary parameter');
  });
});

describe('a list of objects in a form field', () => {
  const size = { type: 'object', required: ['w'], properties: { w: { type: 'integer' } } };
  const schema = { type: 'object', properties: { sizes: { type: 'array', items: size } } };
  const send = async (value: string, encoding: JsonObject) =>
    ask(
      await intake({ 'application/x-www-form-urlencoded': { schema, encoding: { sizes: encoding } } }),
      '/intake',
      {
        body: `sizes=${encodeURIComponent(value)}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
    );

  it.for([
    ['{"w":1},{"w":2}', 'form'],
    ['{"w":1}|{"w":2}', 'pipeDelimited'],
    ['{"w":1} {"w":2}', 'spaceDelimited'],
  ] as const)('is JSON between the delimiters of its style: %s', async ([value, style]) => {
    expect((await send(value, { style, explode: false })).status).toBe(200);
    expect((await send(value.replace('1', '"a"'), { style, explode: false })).status).toBe(422);
  });

  it('whose JSON is broken is of no supported media type, where the field has a style', async () => {
    const answer = await send('{"w":1', { style: 'form', explode: false });
    expect(answer.status).toBe(415);
    expect(answer.json).toMatchObject({
      detail:
        'Cannot deserialize JSON object array in form data request body. Make sure the array is in JSON',
    });
    expect((await send('{"w":1', {})).status).toBe(422);
  });
});

describe('violations', () => {
  it('are told by place: body, headers, query, path; what is missing first', async () => {
    const mock = await mockOf(
      documentOf({
        '/things/{id}': {
          post: {
            parameters: [
              { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
              query('size', { type: 'integer' }),
              query('term', { type: 'string' }, { required: true }),
              { name: 'X-Depth', in: 'header', required: true, schema: { type: 'integer' } },
            ],
            requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
            responses: done,
          },
        },
      }),
    );
    const answer = await ask(mock, '/things/x?size=y', { method: 'POST', json: [] });
    expect(validation(answer).map(({ location, code }) => [...location, code].join(' '))).toEqual([
      'body type',
      'header required',
      'query required',
      'query size type',
      'path id type',
    ]);
  });

  it('of a parameter that is no JSON name the parameter', async () => {
    const content = { 'application/json': { schema: { type: 'object' } } };
    const mock = await search({ name: 'filter', in: 'query', content });
    expect(validation(await ask(mock, '/search?filter=x'))).toMatchObject([
      { location: ['query', 'filter'], message: 'Request query parameter filter must be valid JSON' },
    ]);
  });

  it('of a condition tell of its branch and of the condition', async () => {
    const then = { properties: { lid: { const: 'shut' } } };
    const schema = { if: { properties: { weight: { type: 'integer' } } }, then };
    const mock = await intake({ 'application/x-www-form-urlencoded': { schema } });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await ask(mock, '/intake', { body: 'weight=5&lid=shut', headers })).status).toBe(200);
    expect((await ask(mock, '/intake', { body: 'weight=light&lid=open', headers })).status).toBe(200);
    expect(validation(await ask(mock, '/intake', { body: 'weight=5&lid=open', headers }))).toEqual([
      expect.objectContaining({ location: ['body', 'lid'], code: 'const' }),
      expect.objectContaining({
        location: ['body'],
        code: 'if',
        message: 'Request body must match "then" schema',
      }),
    ]);
  });

  it('of a condition on a parameter name the parameter', async () => {
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    const schema = { type: 'integer', if: { minimum: 10 }, then: { multipleOf: 10 } };
    const mock = await search(query('Size', schema));
    expect(validation(await ask(mock, '/search?Size=15')).map(({ location }) => location)).toEqual([
      ['query', 'size'],
      ['query', 'size'],
    ]);
  });

  it('of an integer that is a fraction say no more than that', async () => {
    const mock = await search(query('size', { type: 'integer', multipleOf: 2 }));
    expect(validation(await ask(mock, '/search?size=1.5')).map(({ code }) => code)).toEqual(['type']);
  });

  it('number duplicates as Ajv does', async () => {
    const mock = await intake({ 'application/json': { schema: { type: 'array', uniqueItems: true } } });
    const words = async (list: Json) => validation(await ask(mock, '/intake', { json: list }))[0]?.message;
    expect(await words(['a', 'b', 'a'])).toContain('(items ## 2 and 0 are identical)');
    expect(await words([{ id: 1 }, { id: 1 }])).toContain('(items ## 0 and 1 are identical)');
  });

  it('name the keyword when a value fits more than one alternative', async () => {
    const either = { oneOf: [{ type: 'integer' }, { type: 'number' }] };
    const mock = await intake({ 'application/json': { schema: either } });
    const answer = await ask(mock, '/intake', { json: 1 });
    expect(validation(answer)[0]?.message).toBe('Request body must match exactly one schema in oneOf');
  });
});

describe('examples', () => {
  const answering = (content: JsonObject) =>
    mockOf(documentOf({ '/thing': { get: { responses: { '200': json(content) } } } }));

  it('may be null', async () => {
    const mock = await answering({ schema: { type: 'object', nullable: true }, example: null });
    expect((await ask(mock, '/thing')).text).toBe('null');
  });

  it('that stand in another file are made up from the schema', async () => {
    const mock = await answering({
      schema: { type: 'integer' },
      examples: { far: { externalValue: 'https://example.com/far.json' } },
    });
    expect(await ask(mock, '/thing', { headers: { prefer: 'example=far' } })).toMatchObject({
      status: 200,
      json: 0,
    });
    expect((await ask(mock, '/thing', { headers: { prefer: 'example=near' } })).status).toBe(404);
  });

  it('are not asked for by an empty name', async () => {
    const mock = await answering({ schema: { type: 'integer' }, example: 7 });
    expect(await ask(mock, '/thing?__example=')).toMatchObject({ status: 200, json: 7 });
  });

  it('of Swagger 2.0 go by their media type', async () => {
    const response = { description: 'a thing', examples: { 'application/json': { id: 4 } } };
    const paths = { '/thing': { get: { produces: ['application/json'], responses: { '200': response } } } };
    const mock = createMock([
      await contractFromDocument({ swagger: '2.0', info: { title: 'Two', version: '1' }, paths }),
    ]);
    const answer = await ask(mock, '/thing', { headers: { prefer: 'example="application/json"' } });
    expect(answer).toMatchObject({ status: 200, json: { id: 4 } });
  });

  it('of a UUID depend on the name of the property alone', async () => {
    const schema = { type: 'object', properties: { owner: { type: 'string', format: 'uuid' } } };
    const [one, other] = [await answering({ schema }), await answering({ schema })];
    const uuid = /"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"/;
    expect((await ask(one, '/thing')).text).toMatch(uuid);
    expect((await ask(one, '/thing')).text).toBe((await ask(other, '/thing')).text);
  });
});

describe('a deprecated operation', () => {
  it('says so in its documented refusals too', async () => {
    const responses = { ...done, '400': json({ example: { reason: 'no' } }) };
    const parameters = [query('size', { type: 'integer' }, { required: true })];
    const mock = await mockOf(documentOf({ '/old': { get: { deprecated: true, parameters, responses } } }));
    const answer = await ask(mock, '/old');
    expect([answer.status, answer.headers.deprecation]).toEqual([400, 'true']);
  });
});

describe('a scheme nobody can check', () => {
  const securitySchemes = {
    token: { type: 'http', scheme: 'bearer' },
    hawk: { type: 'http', scheme: 'hawk' },
  };
  const guarded = (...security: JsonObject[]) =>
    mockOf(
      documentOf({ '/safe': { get: { security, responses: done } } }, { components: { securitySchemes } }),
    );

  it('lets everybody in where it is the first choice, with a warning', async () => {
    const answer = await ask(await guarded({ hawk: [] }, { token: [] }), '/safe');
    expect(answer.status).toBe(200);
    expect(answer.headers['sl-violations']).toContain('http/hawk');
  });

  it('does not let in who names neither it nor another', async () => {
    const mock = await guarded({ token: [] }, { hawk: [] });
    expect((await ask(mock, '/safe')).status).toBe(401);
    expect((await ask(mock, '/safe', { headers: { authorization: 'Hawk id="x"' } })).status).toBe(200);
  });
});

it('an empty requirement asks for nothing in Swagger 2.0, for no credentials in OpenAPI 3', async () => {
  const paths = { '/open': { get: { security: [{}], responses: done } } };
  const older = { swagger: '2.0', info: { title: 'Two', version: '1' }, paths };
  const question = { headers: { authorization: 'Bearer x' } };
  expect((await ask(await mockOf(older), '/open', question)).status).toBe(200);
  expect((await ask(await mockOf(documentOf(paths)), '/open', question)).status).toBe(401);
});

it('a digest has its fields in quotes (RFC 7616)', async () => {
  const components = { securitySchemes: { digest: { type: 'http', scheme: 'digest' } } };
  const paths = { '/safe': { get: { security: [{ digest: [] }], responses: done } } };
  const mock = await mockOf(documentOf(paths, { components }));
  const authorization = 'Digest username="a", realm="b", nonce="c", uri="/safe", response="d"';
  expect((await ask(mock, '/safe', { headers: { authorization } })).status).toBe(200);
  const bare = authorization.replaceAll('"', '');
  expect((await ask(mock, '/safe', { headers: { authorization: bare } })).status).toBe(401);
});

describe('an operation without responses', () => {
  it("gets Prism's problem, word by word", async () => {
    const { text } = await ask(await mockOf(documentOf({ '/n': { get: { responses: {} } } })), '/n');
    expect(text).toBe(
      '{"type":"https://stoplight.io/prism/errors#NO_RESPONSE_RESPONSE_DEFINED","title":"No response defined for the selected operation","status":500,"detail":""}',
    );
  });
});

describe('Preference-Applied', () => {
  const responses = { ...done, '429': json({ examples: { slow: { value: 'slow down' } } }) };
  const parameters = [query('size', { type: 'integer' })];
  const limited = () => mockOf(documentOf({ '/limited': { get: { parameters, responses } } }));
  const preferring = (prefer: string) => ({ headers: { prefer } });

  it('tells of the status that was asked for', async () => {
    const answer = await ask(await limited(), '/limited', preferring('code=429, example=slow'));
    expect([answer.status, answer.headers['preference-applied']]).toEqual([429, 'code=429, example=slow']);
  });

  it('is silent where the refusal of a bad request won', async () => {
    const answer = await ask(await limited(), '/limited?size=x', preferring('code=429, example=slow'));
    expect([answer.status, answer.headers['preference-applied']]).toEqual([422, undefined]);
  });

  it('is silent where there is no such example', async () => {
    const answer = await ask(await limited(), '/limited', preferring('code=429, example=none'));
    expect(answer.headers['preference-applied']).toBeUndefined();
  });
});

describe("the mock's own problems", () => {
  it('carry the id of the request', async () => {
    const mock = await search();
    const headers = { 'x-request-id': 'trace-7' };
    const [missing, refused] = [
      await ask(mock, '/nowhere', { headers }),
      await ask(mock, '/search', { method: 'PUT', headers }),
    ];
    expect([missing.status, missing.headers['x-request-id']]).toEqual([404, 'trace-7']);
    expect([refused.status, refused.headers['x-request-id']]).toEqual([405, 'trace-7']);
  });

  it('get one where the client sent none', async () => {
    const mock = await search();
    const ids = [await ask(mock, '/nowhere'), await ask(mock, '/nowhere')].map(
      ({ headers }) => headers['x-request-id'],
    );
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });
});
