import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/contract/json.ts';
import type { RawRequest } from '../../src/contract/types.ts';
import {
  type RequestOptions,
  type ValidatedRequest,
  validateRequest,
} from '../../src/contract/validate-request.ts';
import { bytes, jsonRequest, operationOf, request, schema } from './support.ts';

const user = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string' },
    age: { type: 'integer' },
    tags: { type: 'array', items: { type: 'string' } },
  },
};

async function validate(
  requestBody: JsonObject,
  raw: Partial<RawRequest>,
  options: RequestOptions = {},
): Promise<ValidatedRequest> {
  const { contract, operation } = await operationOf(
    { requestBody },
    { components: { schemas: { User: user } } },
  );
  return validateRequest(contract, operation, request(raw), {}, options);
}

const json = { required: true, content: { 'application/json': { schema: schema('User') } } };

function told({ violations }: ValidatedRequest): string[] {
  return violations.map((one) => `${one.in} ${one.path.join('.')}: ${one.keyword}: ${one.message}`);
}

describe('the body', () => {
  test('is parsed for the server to use', async () => {
    const result = await validate(json, jsonRequest({ name: 'Анна', age: 5 }));
    expect(result).toMatchObject({
      violations: [],
      request: { body: { name: 'Анна', age: 5 }, mediaType: 'application/json' },
    });
  });

  test('is judged as it stands, nothing is coerced in JSON', async () => {
    expect(told(await validate(json, jsonRequest({ name: 'a', age: '5' })))).toEqual([
      'body age: type: must be integer',
    ]);
  });

  test('must be there when it is required, and only then', async () => {
    expect(told(await validate(json, {}))).toEqual(['body : missing-body: required body is missing']);
    expect(told(await validate(json, { body: new Uint8Array() }))).toHaveLength(1);
    expect(told(await validate({ ...json, required: false }, {}))).toEqual([]);
  });

  test('of another media type is told with what is accepted', async () => {
    const result = await validate(json, { body: bytes('x'), headers: { 'content-type': 'text/plain' } });
    expect(told(result)).toEqual([
      "content-type : content-type: content type 'text/plain' is not accepted, accepted: application/json",
    ]);
    expect(result.violations[0]?.params).toEqual({ accepted: ['application/json'] });
  });

  test('of another media type does not matter while it is empty', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect(told(await validate({ ...json, required: false }, { headers }))).toEqual([]);
  });

  test('without a media type is read as the one that is documented', async () => {
    expect(told(await validate(json, { body: bytes({ age: 5 }) }))).toEqual([
      "body : required: must have required property 'name'",
    ]);
  });

  test.each([
    ['application/json; charset=utf-8', 'application/json'],
    ['APPLICATION/JSON', 'application/json'],
    ['application/vnd.api+json', 'application/*'],
    ['application/problem+json', 'application/problem+json; version=1'],
    ['application/merge-patch+json', 'application/*+json'],
    ['application/json', '*/*'],
  ])('sent as %s is one of %s', async (sent, documented) => {
    const content = { [documented]: { schema: schema('User') } };
    const result = await validate({ content }, { body: bytes({}), headers: { 'content-type': sent } });
    expect(told(result)).toEqual(["body : required: must have required property 'name'"]);
  });

  test('in another charset is decoded, an unknown charset or broken text told', async () => {
    const type = (charset: string) => ({ 'content-type': `application/json; charset=${charset}` });
    const cyrillic = new Uint8Array([...bytes('{"name":"'), 0xcf, 0xf0, ...bytes('"}')]);
    expect((await validate(json, { body: cyrillic, headers: type('windows-1251') })).request.body).toEqual({
      name: 'Пр',
    });
    expect(told(await validate(json, { body: cyrillic, headers: type('utf-8') }))).toEqual([
      'body : syntax: body is not text in its charset',
    ]);
    expect(told(await validate(json, { body: cyrillic, headers: type('klingon') }))).toHaveLength(1);
  });

  test('of text is coerced, XML and bytes are handed on', async () => {
    const content = {
      'text/plain': { schema: { type: 'integer' } },
      'application/xml': { schema: schema('User') },
      'application/octet-stream': { schema: { type: 'string', format: 'binary', maxLength: 2 } },
    };
    const send = (type: string, body: string) =>
      validate({ content }, { body: bytes(body), headers: { 'content-type': type } });
    expect((await send('text/plain', '5')).request.body).toBe(5);
    expect(await send('application/xml', '<a/>')).toMatchObject({
      violations: [],
      request: { body: '<a/>' },
    });
    expect((await send('application/octet-stream', 'ab')).request.body).toEqual(bytes('ab'));
    expect(told(await send('application/octet-stream', 'abc'))).toHaveLength(1);
  });
});

describe('JSON syntax', () => {
  test.each([
    ['{"a":1,}', 8, 'a property name in double quotes is expected'],
    ['{"a" 1}', 6, "':' is expected"],
    ['[1 2]', 4, "',' or ']' is expected"],
    ['{"a":tru}', 6, 'a value is expected'],
    ['{"a":"b', 8, 'the text ends inside a string'],
    ['{"a":', 6, 'the text ends too early'],
    ['{} x', 4, 'unexpected text after the value'],
    ['["\u0001"]', 3, 'a control character must be escaped'],
    ['["\\x"]', 3, 'an unknown escape'],
    ['   ', 4, 'the text ends too early'],
  ])('%j is wrong at column %i: %s', async (text, column, reason) => {
    const [violation] = (await validate(json, jsonRequest(text))).violations;
    expect(violation).toMatchObject({
      in: 'body',
      keyword: 'syntax',
      params: { line: 1, column, position: column - 1, reason },
    });
  });

  test('the line is counted too', async () => {
    const [violation] = (await validate(json, jsonRequest('{\n  "a": 1,\n  b\n}'))).violations;
    expect(violation?.message).toMatch(/at line 3, column 3: /);
  });

  test.each([
    ['{"name":"a","na\\u006de":"b"}', 'property "na\\u006de" is repeated'],
    ['{"name":"\\ud800"}', 'a string has a lone surrogate'],
    ['{"name":"a\\u0000"}', 'a string has a NUL character'],
  ])('%s is refused when strictness is asked for', async (text, reason) => {
    expect(told(await validate(json, jsonRequest(text)))).toEqual([]);
    const [violation] = (await validate(json, jsonRequest(text), { strictJson: true })).violations;
    expect(violation).toMatchObject({ keyword: 'syntax', params: { reason } });
  });

  test('the same name in several objects is no repetition, a pair of surrogates no lone one', async () => {
    const text = '{"name":"\\ud83d\\ude00","tags":[],"a":{"name":1},"b":[{"name":2},{"name":3}]}';
    expect(told(await validate(json, jsonRequest(text), { strictJson: true }))).toEqual([]);
  });

  test('deep nesting is refused, brackets inside strings do not nest', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(told(await validate(json, jsonRequest(`{"name":"a","x":${deep}}`)))[0]).toMatch(
      /nested deeper than 100 levels/,
    );
    expect(told(await validate(json, jsonRequest({ name: '['.repeat(500) })))).toEqual([]);
    const hidden = '["]",'.repeat(200) + ']'.repeat(200);
    expect(told(await validate(json, jsonRequest(hidden)))[0]).toMatch(/nested deeper/);
  });

  test('what our scan accepts and what the engine parses is the same', async () => {
    const { contract, operation } = await operationOf({
      requestBody: { content: { 'application/json': { schema: true } } },
    });
    const pieces = fc.array(
      fc.constantFrom('{', '}', '[', ']', '"a"', ':', ',', '1', '-0.5e3', 'null', ' ', '"\\n"'),
      { maxLength: 8 },
    );
    const texts = fc.oneof(
      fc.json(),
      fc.string(),
      pieces.map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(
        texts.filter((text) => text !== ''),
        (text) => {
          const { violations } = validateRequest(
            contract,
            operation,
            jsonRequest(text),
            {},
            { strictJson: true },
          );
          const refused = violations.some(({ params }) => params.kind === 'syntax');
          expect(refused).toBe(!isJson(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  function isJson(text: string): boolean {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  }
});

describe('forms', () => {
  const form = (properties: JsonObject, encoding: JsonObject = {}) => ({
    content: { 'application/x-www-form-urlencoded': { schema: { type: 'object', properties }, encoding } },
  });
  const send = (requestBody: JsonObject, body: string) =>
    validate(requestBody, {
      body: bytes(body),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const numbers = { type: 'array', items: { type: 'integer' } };
  const points = { type: 'array', items: { type: 'object', properties: { x: { type: 'integer' } } } };

  test.each<[string, JsonObject, JsonObject, string, JsonObject]>([
    [
      'fields are coerced',
      { age: { type: 'integer' }, ok: { type: 'boolean' } },
      {},
      'age=5&ok=true',
      { age: 5, ok: true },
    ],
    [
      'plus is a space, escapes are decoded',
      { name: { type: 'string' } },
      {},
      'name=a+b%2Bc%D1%8F',
      { name: 'a b+cя' },
    ],
    ['lists repeat', { ids: numbers }, {}, 'ids=1&ids=2', { ids: [1, 2] }],
    ['lists of one', { ids: numbers }, {}, 'ids=1', { ids: [1] }],
    ['lists with brackets', { ids: numbers }, {}, 'ids[]=1&ids[]=2', { ids: [1, 2] }],
    ['lists with numbers in brackets', { ids: numbers }, {}, 'ids[0]=1&ids[1]=2', { ids: [1, 2] }],
    [
      'lists of objects with numbers in brackets',
      { at: points },
      {},
      'at[0][x]=1&at[1][x]=2',
      { at: [{ x: 1 }, { x: 2 }] },
    ],
    [
      'lists between tabs (Swagger 2.0 `tsv`)',
      { ids: numbers },
      { ids: { style: 'tabDelimited', explode: false } },
      'ids=1%092',
      { ids: [1, 2] },
    ],
    [
      'lists by encoding',
      { ids: numbers },
      { ids: { style: 'form', explode: false } },
      'ids=1,2',
      { ids: [1, 2] },
    ],
    [
      'objects with brackets',
      { at: { type: 'object', properties: { x: { type: 'integer' } } } },
      {},
      'at[x]=1',
      { at: { x: 1 } },
    ],
    [
      'objects as JSON',
      { at: { type: 'object' } },
      { at: { contentType: 'application/json' } },
      'at=%7B%22x%22%3A1%7D',
      { at: { x: 1 } },
    ],
    [
      'lists of objects as JSON',
      { at: points },
      {},
      'at=%7B%22x%22%3A1%7D,{"x":2}',
      { at: [{ x: 1 }, { x: 2 }] },
    ],
    ['lists of objects repeat', { at: points }, {}, 'at={"x":1}&at={"x":2}', { at: [{ x: 1 }, { x: 2 }] }],
    ['undeclared fields stay text', {}, {}, 'a=1&b=2&b=3', { a: '1', b: ['2', '3'] }],
  ])('%s', async (_, properties, encoding, body, expected) => {
    const result = await send(form(properties, encoding), body);
    expect(told(result)).toEqual([]);
    expect(result.request.body).toEqual(expected);
  });

  test('what is wrong in a form is told like in JSON', async () => {
    expect(told(await send(form({ age: { type: 'integer' } }), 'age=five'))).toEqual([
      'body age: type: must be integer',
    ]);
  });
});

describe('a hostile form', () => {
  test('is read in the time that its length takes', async () => {
    const schema = { type: 'object', properties: { ids: { type: 'array', items: { type: 'integer' } } } };
    const content = { 'application/x-www-form-urlencoded': { schema } };
    const result = await validate(
      { content },
      {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: bytes('ids[]=1&'.repeat(100_000)),
      },
    );
    expect(told(result)).toEqual([]);
    expect(result.request.body).toEqual({ ids: Array.from({ length: 100_000 }, () => 1) });
  });
});

describe('multipart', () => {
  const upload = {
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          required: ['file', 'count'],
          properties: {
            file: { type: 'string', format: 'binary' },
            count: { type: 'integer' },
            meta: { type: 'object', properties: { a: { type: 'integer' } } },
            tags: { type: 'array', items: { type: 'string' } },
          },
        },
      },
    },
  };

  async function send(form: FormData): Promise<ValidatedRequest> {
    const written = new Response(form);
    const headers = { 'content-type': written.headers.get('content-type') ?? '' };
    return validate(upload, { headers, body: await written.bytes() });
  }

  test('parts become files, JSON values, lists and coerced fields', async () => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array([0, 13, 10, 255])], { type: 'image/png' }), 'кот.png');
    form.append('count', '5');
    form.append('meta', new Blob(['{"a":1}'], { type: 'application/json' }));
    form.append('tags', 'one');
    const result = await send(form);
    expect(told(result)).toEqual([]);
    expect(result.request.body).toMatchObject({
      file: { filename: 'кот.png', contentType: 'image/png', bytes: new Uint8Array([0, 13, 10, 255]) },
      count: 5,
      meta: { a: 1 },
      tags: ['one'],
    });
  });

  test('a JSON part without a file name is its value', async () => {
    const body =
      '--b\r\nContent-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n{"a":"x"}\r\n' +
      '--b\r\nContent-Disposition: form-data; name="count"\r\n\r\n1\r\n' +
      '--b\r\nContent-Disposition: form-data; name="file"; filename*=UTF-8\'\'%D0%B0.txt\r\n\r\n\r\n--b--\r\n';
    const result = await validate(upload, {
      headers: { 'content-type': 'multipart/form-data; boundary="b"' },
      body: bytes(body),
    });
    expect(told(result)).toEqual(['body meta.a: type: must be integer']);
    expect(result.request.body).toMatchObject({ file: { filename: 'а.txt', bytes: new Uint8Array() } });
  });

  test('a list may stand in one part: objects one after the other, or joined as its encoding says', async () => {
    const list = (items: JsonObject) => ({ type: 'array', items });
    const properties = {
      at: list({ type: 'object', properties: { x: { type: 'integer' } } }),
      ids: list({ type: 'integer' }),
      piped: list({ type: 'integer' }),
    };
    const encoding = { ids: { style: 'form', explode: false }, piped: { style: 'pipeDelimited' } };
    const content = { 'multipart/form-data': { schema: { type: 'object', properties }, encoding } };
    const form = new FormData();
    form.append('at', '{"x":1},{"x":2}');
    form.append('ids', '3,4');
    form.append('piped', '5|6');
    const written = new Response(form);
    const headers = { 'content-type': written.headers.get('content-type') ?? '' };
    const result = await validate({ content }, { headers, body: await written.bytes() });
    expect(told(result)).toEqual([]);
    expect(result.request.body).toEqual({ at: [{ x: 1 }, { x: 2 }], ids: [3, 4], piped: [5, 6] });
  });

  test('a missing part is told', async () => {
    const form = new FormData();
    form.append('count', '5');
    expect(told(await send(form))).toEqual(["body : required: must have required property 'file'"]);
  });

  test.each([
    ['multipart/form-data', 'x', /without a boundary/],
    ['multipart/form-data; boundary=b', 'x', /boundary does not occur/],
    ['multipart/form-data; boundary=b', '--b\r\n\r\nx', /closing boundary is missing/],
    ['multipart/form-data; boundary=b', '--b', /closing boundary is missing/],
    [`multipart/form-data; boundary=${'b'.repeat(71)}`, 'x', /boundary has more than 70 characters/],
  ])('%s with %j is told', async (type, body, message) => {
    const result = await validate(upload, { headers: { 'content-type': type }, body: bytes(body) });
    expect(result.violations).toMatchObject([{ keyword: 'syntax', message: expect.stringMatching(message) }]);
  });
});

describe('for any request', () => {
  test('validation never throws', async () => {
    const parameters = ['form', 'deepObject', 'pipeDelimited', 'spaceDelimited'].map((style, index) => ({
      name: `p${index}`,
      in: 'query',
      style,
      explode: index % 2 === 0,
      schema: {
        type: ['object', 'array'],
        items: { type: 'integer' },
        properties: { p: { type: 'integer' } },
      },
    }));
    const content = Object.fromEntries(
      [
        'application/json',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'text/plain',
        'application/xml',
        '*/*',
      ].map((name) => [name, { schema: user }]),
    );
    const { contract, operation } = await operationOf(
      { parameters: [...parameters, { name: 'c', in: 'cookie', schema: user }], requestBody: { content } },
      { path: '/thing' },
    );
    const type = fc.oneof(
      fc.constantFrom(
        ...Object.keys(content),
        'multipart/form-data; boundary=--',
        'text/plain; charset=utf-16le',
        'a/b;;=;"',
      ),
      fc.string(),
    );
    const name = fc.constantFrom('p0', 'p1[a]', 'p1[a][b]', 'p1[]', 'p1[', 'p2', 'p3', '__proto__', 'p%');
    const query = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.tuple(name, fc.string())).map((pairs) => pairs.map((pair) => pair.join('=')).join('&')),
    );
    const raw = fc.record({
      method: fc.string(),
      path: fc.string({ unit: 'binary' }),
      query,
      headers: fc.record(
        { 'content-type': type, cookie: fc.string() },
        { noNullPrototype: true, requiredKeys: [] },
      ),
      body: fc.oneof(
        fc.constant(undefined),
        fc.uint8Array(),
        fc.json().map(bytes),
        fc.string().map((text) => bytes(`----${text}\r\n`)),
      ),
    });
    fc.assert(
      fc.property(raw, fc.boolean(), (sent, strictJson) => {
        const { violations } = validateRequest(contract, operation, sent, {}, { strictJson });
        expect(Array.isArray(violations)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
