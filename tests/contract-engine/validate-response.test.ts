import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/contract/json.ts';
import type { RawResponse } from '../../src/contract/types.ts';
import { type ValidatedResponse, validateResponse } from '../../src/contract/validate-response.ts';
import { bytes, operationOf } from './support.ts';

const user = {
  type: 'object',
  required: ['id', 'password'],
  properties: { id: { type: 'integer' }, password: { type: 'string', writeOnly: true } },
};
const json = { 'content-type': 'application/json' };

async function validate(
  responses: JsonObject,
  raw: Partial<RawResponse>,
  method = 'post',
): Promise<ValidatedResponse> {
  const { contract, operation } = await operationOf({ responses }, { method });
  return validateResponse(contract, operation, { status: 200, headers: {}, body: undefined, ...raw });
}

function told({ violations }: ValidatedResponse): string[] {
  return violations.map(
    (one) => `${one.severity} ${one.in} ${one.path.join('.')}: ${one.keyword}: ${one.message}`,
  );
}

const ok = { 200: { description: '', content: { 'application/json': { schema: user } } } };

describe('the status', () => {
  const responses = {
    200: { description: 'exact' },
    '2XX': { description: 'class' },
    default: { description: 'default' },
  };

  test.each([
    [200, 'exact'],
    [201, 'class'],
    [404, 'default'],
  ])('%i falls under the %s response', async (status, description) => {
    expect((await validate(responses, { status })).documented?.description).toBe(description);
  });

  test('that is documented nowhere is told with those that are', async () => {
    const result = await validate({ 200: { description: '' }, '4XX': { description: '' } }, { status: 500 });
    expect(result.documented).toBeUndefined();
    expect(told(result)).toEqual([
      'error status : undocumented-status: status 500 is not documented, documented: 200, 4XX',
    ]);
  });
});

describe('the body', () => {
  test('is judged as a response: nothing write-only is expected', async () => {
    expect(told(await validate(ok, { headers: json, body: bytes({ id: 1 }) }))).toEqual([]);
    expect(told(await validate(ok, { headers: json, body: bytes({ id: '1' }) }))).toEqual([
      'error body id: type: must be integer',
    ]);
  });

  test('must be there where one is documented', async () => {
    expect(told(await validate(ok, { headers: json }))).toEqual([
      'error body : missing-body: documented body is missing: application/json',
    ]);
  });

  test('may be empty where it is text or bytes', async () => {
    const responses = { 200: { description: '', content: { 'text/csv': { schema: { type: 'string' } } } } };
    expect(told(await validate(responses, { headers: { 'content-type': 'text/csv' } }))).toEqual([]);
  });

  test('that nobody documented is a warning', async () => {
    expect(told(await validate({ 200: { description: '' } }, { headers: json, body: bytes({}) }))).toEqual([
      'warning body : unexpected-body: no body is documented for this response',
    ]);
  });

  test.each([
    [204, 'post'],
    [304, 'get'],
    [200, 'head'],
  ])('is never expected with status %i to %s, and wrong when it comes', async (status, method) => {
    const responses = { [status]: { description: '', content: { 'application/json': { schema: user } } } };
    expect(told(await validate(responses, { status }, method))).toEqual([]);
    expect(
      told(await validate(responses, { status, headers: json, body: bytes({ id: 1 }) }, method)),
    ).toHaveLength(1);
  });

  test('of another media type, or of none, is told', async () => {
    expect(
      told(await validate(ok, { headers: { 'content-type': 'text/html' }, body: bytes('<p>') })),
    ).toEqual([
      "error content-type : content-type: content type 'text/html' is not documented, documented: application/json",
    ]);
    expect(told(await validate(ok, { body: bytes({ id: 1 }) }))).toEqual([
      'error content-type : content-type: content type is missing, documented: application/json',
    ]);
  });

  test('with broken JSON is told with its place', async () => {
    expect(told(await validate(ok, { headers: json, body: bytes('{"id":1') }))).toEqual([
      "error body : syntax: body is not acceptable JSON at line 1, column 8: ',' or '}' is expected",
    ]);
  });

  test('of JSON lines is judged item by item', async () => {
    const lines = { 'application/x-ndjson': { itemSchema: { type: 'object', required: ['id'] } } };
    const { contract, operation } = await operationOf({
      responses: { 200: { description: '', content: lines } },
    });
    const raw = {
      status: 200,
      headers: { 'content-type': 'application/x-ndjson' },
      body: bytes('{"id":1}\n{}\n'),
    };
    expect(validateResponse(contract, operation, raw).violations).toMatchObject([
      { path: [1], keyword: 'required' },
    ]);
  });

  test('of JSON lines is judged item by item where the schema is that of an item', async () => {
    const lines = { 'application/x-ndjson': { schema: { type: 'object', required: ['id'] } } };
    const raw = { headers: { 'content-type': 'application/x-ndjson' }, body: bytes('{"id":1}\n{}\n') };
    const answer = await validate({ 200: { description: '', content: lines } }, raw);
    expect(told(answer)).toEqual(["error body 1: required: must have required property 'id'"]);
  });

  test('of CSV is not held against the schema of its rows', async () => {
    const rows = { 'text/csv': { schema: { type: 'array', items: { type: 'object' } } } };
    const raw = { headers: { 'content-type': 'text/csv' }, body: bytes('a,b\r\n1,2\r\n') };
    expect(told(await validate({ 200: { description: '', content: rows } }, raw))).toEqual([]);
  });
});

describe('headers', () => {
  const responses = {
    200: {
      description: '',
      headers: {
        'X-Request-ID': { required: true, schema: { type: 'string', minLength: 3 } },
        'X-Rate-Limit': { schema: { type: 'integer' } },
        'X-Ids': { schema: { type: 'array', items: { type: 'integer' } } },
        'Content-Type': { required: true, schema: { type: 'string' } },
      },
    },
  };

  test('that are required must be there', async () => {
    const result = await validate(responses, {});
    expect(told(result)).toEqual([
      "error response-header X-Request-ID: missing-header: required response header 'X-Request-ID' is missing",
    ]);
  });

  test('are coerced and judged', async () => {
    const good = { 'x-request-id': 'abc', 'x-rate-limit': '5', 'x-ids': '1, 2' };
    expect(told(await validate(responses, { headers: good }))).toEqual([]);
    const bad = { 'x-request-id': 'a', 'x-rate-limit': 'many', 'x-ids': '1, b' };
    expect(told(await validate(responses, { headers: bad }))).toEqual([
      'error response-header X-Request-ID: minLength: must NOT have fewer than 3 characters',
      'error response-header X-Rate-Limit: type: must be integer',
      'error response-header X-Ids.1: type: must be integer',
    ]);
  });
});

test('whatever a server sends, validation does not throw', async () => {
  const content = { 'application/json': { schema: user }, 'text/*': { schema: { type: 'integer' } } };
  const headers = { 'X-Ids': { schema: { type: 'array', items: { type: 'integer' } } } };
  const { contract, operation } = await operationOf({
    responses: { default: { description: '', content, headers } },
  });
  const raw = fc.record({
    status: fc.integer(),
    headers: fc.record(
      { 'content-type': fc.constantFrom('application/json', 'text/x', ';'), 'x-ids': fc.string() },
      { noNullPrototype: true },
    ),
    body: fc.oneof(fc.uint8Array(), fc.json().map(bytes), fc.constant(undefined)),
  });
  fc.assert(
    fc.property(raw, (response) => {
      expect(Array.isArray(validateResponse(contract, operation, response).violations)).toBe(true);
    }),
  );
});
