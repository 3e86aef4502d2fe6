import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/contract/json.ts';
import { createRouter } from '../../src/contract/router.ts';
import type { Contract, RawRequest } from '../../src/contract/types.ts';
import { type ValidatedRequest, validateRequest } from '../../src/contract/validate-request.ts';
import { type Style, serialise } from './serialise.ts';
import { operationOf, request } from './support.ts';

const list = { type: 'array', items: { type: 'integer' } };
const colour = {
  type: 'object',
  properties: { R: { type: 'integer' }, G: { type: 'integer' } },
  additionalProperties: false,
};

/** Validates one request against an operation with these parameters. */
async function validate(parameters: JsonObject[], raw: Partial<RawRequest>): Promise<ValidatedRequest> {
  const path = parameters.some((parameter) => parameter.in === 'path') ? '/thing/{id}' : '/thing';
  const { contract, operation } = await operationOf({ parameters }, { method: 'get', path });
  return validateRequest(contract, operation, request({ method: 'GET', ...raw }), routed(contract, raw.path));
}

/** Path parameters as the router gives them. */
function routed(contract: Contract, path: string | undefined): Readonly<Record<string, string>> {
  const route = createRouter(contract)('GET', path ?? '/thing');
  return route.kind === 'found' ? route.pathParameters : {};
}

function told({ violations }: ValidatedRequest): string[] {
  return violations.map(
    (one) => `${one.severity} ${one.in} ${one.path.join('.')}: ${one.keyword}: ${one.message}`,
  );
}

describe('styles', () => {
  test.each<[string, JsonObject, string, Json]>([
    ['form', { schema: { type: 'integer' } }, 'id=5', 5],
    ['form', { schema: list }, 'id=3&id=4', [3, 4]],
    ['form', { schema: list }, 'id=3', [3]],
    ['form', { schema: list, explode: false }, 'id=3,4', [3, 4]],
    ['form', { schema: list, explode: false }, 'id=3%2C4', [3, 4]],
    [
      'form',
      { schema: { type: 'array', items: { type: 'string' } }, explode: false },
      'id=a%2Cb,c',
      ['a,b', 'c'],
    ],
    ['form', { schema: colour }, 'R=100&G=200', { R: 100, G: 200 }],
    ['form', { schema: colour, explode: false }, 'id=R,100,G,200', { R: 100, G: 200 }],
    [
      'form',
      { schema: { type: 'object', additionalProperties: { type: 'integer' } } },
      'a=1&b=2',
      { a: 1, b: 2 },
    ],
    ['spaceDelimited', { schema: list, style: 'spaceDelimited', explode: false }, 'id=3%204+5', [3, 4, 5]],
    ['pipeDelimited', { schema: list, style: 'pipeDelimited', explode: false }, 'id=3|4%7C5', [3, 4, 5]],
    ['pipeDelimited', { schema: list, style: 'pipeDelimited', explode: true }, 'id=3&id=4', [3, 4]],
    ['tabDelimited', { schema: list, style: 'tabDelimited', explode: false }, 'id=3%094', [3, 4]],
    ['deepObject', { schema: colour, style: 'deepObject' }, 'id[R]=100&id%5BG%5D=200', { R: 100, G: 200 }],
    [
      'deepObject',
      {
        schema: { type: 'object', properties: { a: { type: 'object', properties: { b: list } } } },
        style: 'deepObject',
      },
      'id[a][b][]=1',
      { a: { b: [1] } },
    ],
    [
      'deepObject',
      { schema: { type: 'object', properties: { a: list } }, style: 'deepObject' },
      'id[a][0]=1&id[a][1]=2',
      { a: [1, 2] },
    ],
    ['content', { content: { 'application/json': { schema: colour } } }, 'id=%7B%22R%22%3A1%7D', { R: 1 }],
  ])('query %s %j reads %s', async (_, described, query, expected) => {
    const result = await validate([{ name: 'id', in: 'query', ...described }], { query });
    expect(told(result)).toEqual([]);
    expect(result.request.query).toEqual({ id: expected });
  });

  test.each<[string, JsonObject, string, Json]>([
    ['simple', { schema: { type: 'integer' } }, '5', 5],
    ['simple', { schema: list }, '3,4', [3, 4]],
    ['simple', { schema: { type: 'array', items: { type: 'string' } } }, 'a%2Cb,c%2Fd', ['a,b', 'c/d']],
    ['simple', { schema: colour }, 'R,100,G,200', { R: 100, G: 200 }],
    ['simple', { schema: colour, explode: true }, 'R=100,G=200', { R: 100, G: 200 }],
    ['label', { schema: list, style: 'label' }, '.3,4', [3, 4]],
    ['label', { schema: list, style: 'label', explode: true }, '.3.4', [3, 4]],
    ['label', { schema: { type: 'number' }, style: 'label' }, '.3.5', 3.5],
    ['matrix', { schema: { type: 'integer' }, style: 'matrix' }, ';id=5', 5],
    ['matrix', { schema: list, style: 'matrix' }, ';id=3,4', [3, 4]],
    ['matrix', { schema: list, style: 'matrix', explode: true }, ';id=3;id=4', [3, 4]],
    ['matrix', { schema: colour, style: 'matrix', explode: true }, ';R=100;G=200', { R: 100, G: 200 }],
  ])('path %s %j reads %s', async (_, described, piece, expected) => {
    const result = await validate([{ name: 'id', in: 'path', required: true, ...described }], {
      path: `/thing/${piece}`,
    });
    expect(told(result)).toEqual([]);
    expect(result.request.path).toEqual({ id: expected });
  });

  test('headers and cookies are read too, header names in any case', async () => {
    const parameters = [
      { name: 'X-Ids', in: 'header', schema: list },
      { name: 'seen', in: 'cookie', schema: { type: 'boolean' } },
    ];
    const result = await validate(parameters, { headers: { 'x-ids': '3, 4', cookie: 'a=b; seen=true' } });
    expect(told(result)).toEqual([]);
    expect(result.request.headers['x-ids']).toEqual([3, 4]);
    expect(result.request.cookies).toEqual({ a: 'b', seen: true });
  });

  test('a whole query string can be one parameter', async () => {
    const { contract, operation } = await operationOf(
      {
        parameters: [{ name: 'all', in: 'querystring', content: { 'application/json': { schema: colour } } }],
      },
      { method: 'get' },
    );
    const { request: parsed } = validateRequest(
      contract,
      operation,
      request({ query: '%7B%22R%22%3A1%7D' }),
      {},
    );
    expect(parsed.query).toMatchObject({ all: { R: 1 } });
  });
});

describe('coercion', () => {
  test.each<[JsonObject, string, Json]>([
    [{ type: 'integer' }, '007', 7],
    [{ type: 'number' }, '1e3', 1000],
    [{ type: 'boolean' }, 'true', true],
    [{ type: ['integer', 'null'] }, '', null],
    [{ type: ['integer', 'string'] }, '12', '12'],
    [{ anyOf: [{ type: 'integer' }, { type: 'string', format: 'date' }] }, '12', 12],
    [{ anyOf: [{ type: 'integer' }, { type: 'string', format: 'date' }] }, '2024-01-31', '2024-01-31'],
    [{ enum: [1, 2] }, '2', 2],
    [{ allOf: [{ type: 'integer' }, { minimum: 1 }] }, '2', 2],
    [{}, '2', '2'],
  ])('%j makes of %j %j', async (schema, text, expected) => {
    const result = await validate([{ name: 'v', in: 'query', schema }], { query: `v=${text}` });
    expect(told(result)).toEqual([]);
    expect(result.request.query.v).toEqual(expected);
  });

  test.each(['', ' 5', '0x10', '5a', '1_000', '1e999', 'NaN'])('%j is no integer', async (text) => {
    const parameters = [{ name: 'v', in: 'query', schema: { type: 'integer' } }];
    const result = await validate(parameters, { query: `v=${encodeURIComponent(text)}` });
    expect(told(result)).toEqual(['error query v: type: must be integer']);
    expect(result.violations[0]?.input).toBe(text);
  });
});

describe('presence', () => {
  const limit = { name: 'limit', in: 'query', schema: { type: 'integer', default: 20 } };

  test('a missing required parameter is told by place and name', async () => {
    const parameters = [
      { ...limit, required: true },
      { name: 'X-Token', in: 'header', required: true, schema: {} },
    ];
    expect(told(await validate(parameters, {}))).toEqual([
      "error query limit: required: required query parameter 'limit' is missing",
      "error header X-Token: required: required header parameter 'X-Token' is missing",
    ]);
  });

  test('a missing parameter has its default', async () => {
    expect((await validate([limit], {})).request.query).toEqual({ limit: 20 });
  });

  test('an undeclared query parameter passes as text, repeated as a list', async () => {
    const result = await validate([limit], { query: 'limit=1&a=%D1%8F+b&c=1&c=2&flag&x=%zz' });
    expect(told(result)).toEqual([]);
    expect(result.request.query).toEqual({ limit: 1, a: 'я b', c: ['1', '2'], flag: '', x: '%zz' });
  });

  test('an empty value passes where it is allowed', async () => {
    expect(told(await validate([{ ...limit, allowEmptyValue: true }], { query: 'limit' }))).toEqual([]);
    expect(told(await validate([limit], { query: 'limit' }))).toHaveLength(1);
  });

  test('a deprecated parameter is a warning, and only when it is used', async () => {
    const parameters = [{ ...limit, deprecated: true }];
    expect(told(await validate(parameters, {}))).toEqual([]);
    expect(told(await validate(parameters, { query: 'limit=1' }))).toEqual([
      "warning query limit: deprecated: query parameter 'limit' is deprecated",
    ]);
  });

  test('Accept, Content-Type and Authorization are no parameters', async () => {
    const parameters = ['Accept', 'Content-Type', 'Authorization'].map((name) => ({
      name,
      in: 'header',
      required: true,
      schema: {},
    }));
    expect(told(await validate(parameters, {}))).toEqual([]);
  });

  test('a name every object inherits is a name like any other', async () => {
    const parameters = [{ name: 'constructor', in: 'header', schema: { type: 'integer' } }];
    expect(told(await validate(parameters, {}))).toEqual([]);
    expect((await validate([], { query: '__proto__=1&constructor=2' })).request.query.constructor).toBe('2');
  });
});

describe('for any value', () => {
  const styles: readonly Style[] = [
    ...(['simple', 'label', 'matrix'] as const).flatMap((style) => both({ in: 'path', style })),
    ...(['form', 'spaceDelimited', 'pipeDelimited'] as const).flatMap((style) =>
      both({ in: 'query', style }),
    ),
    { in: 'query', style: 'deepObject', explode: true },
    ...both({ in: 'cookie', style: 'form' }),
  ];

  function both(style: Omit<Style, 'explode'>): Style[] {
    return [true, false].map((explode) => ({ ...style, explode }));
  }

  /** Without the delimiters that clients write encoded too: no reader can tell those from text. */
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    .filter((value) => value.isWellFormed() && !/[ |]/.test(value));
  const texts = fc.array(text, { minLength: 1, maxLength: 4 });
  const members = fc.record({ one: text, two: text });

  test.each(styles)('what $style (explode $explode) in $in writes is what is read', async (style) => {
    const kinds = [
      { schema: { type: 'string' }, values: text, fits: style.style !== 'deepObject' },
      {
        schema: { type: 'array', items: { type: 'string' } },
        values: texts,
        fits: style.style !== 'deepObject' && !isSpread(style),
      },
      {
        schema: { type: 'object', properties: { one: { type: 'string' }, two: { type: 'string' } } },
        values: members,
        fits: !(style.explode && style.style.endsWith('Delimited')) && !isSpread(style),
      },
    ];
    for (const { schema, values } of kinds.filter(({ fits }) => fits)) {
      const parameter = { name: 'id', required: true, schema, ...style };
      const path = style.in === 'path' ? '/thing/{id}' : '/thing';
      const { contract, operation } = await operationOf({ parameters: [parameter] }, { method: 'get', path });
      fc.assert(
        fc.property(values, (value) => {
          const written = serialise('id', value, style);
          const raw = request({
            method: 'GET',
            path: style.in === 'path' ? `/thing/${written}` : '/thing',
            query: style.in === 'query' ? written : '',
            headers: style.in === 'cookie' ? { cookie: written } : {},
          });
          const { violations, request: parsed } = validateRequest(
            contract,
            operation,
            raw,
            routed(contract, raw.path),
          );
          expect(violations).toEqual([]);
          const read = {
            path: parsed.path,
            query: parsed.query,
            cookie: parsed.cookies,
            header: parsed.headers,
          }[style.in];
          expect(read.id).toEqual(value);
        }),
        { numRuns: 60 },
      );
    }
  });

  /** An exploded cookie has no delimiter of its own: clients write several cookies, which cannot have one name. */
  function isSpread({ in: place, explode }: Style): boolean {
    return place === 'cookie' && explode;
  }
});
