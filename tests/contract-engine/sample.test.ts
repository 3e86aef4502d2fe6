import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/contract/json.ts';
import { sample } from '../../src/contract/sample.ts';
import type { Contract, Schema } from '../../src/contract/types.ts';
import { validateValue } from '../../src/contract/validate-value.ts';
import { schema, schemasOf } from './support.ts';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

/** Samples of several seeds; every one must be valid. */
async function samples(
  contract: Contract,
  wanted: Schema,
  direction: 'request' | 'response' = 'response',
): Promise<Json[]> {
  const values: Json[] = [];
  for (const seed of seeds) {
    const value = await sample(contract, wanted, { seed, direction });
    expect(validateValue(contract, wanted, value, { direction }), JSON.stringify(value)).toEqual([]);
    values.push(value);
  }
  return values;
}

describe('a sample is valid', () => {
  test.each<[string, JsonObject]>([
    ['patterns', { type: 'string', pattern: '^\\+7(9\\d{2})-[A-F]{3,5}$' }],
    ['a pattern with a length', { type: 'string', pattern: '^[a-z]+$', minLength: 40, maxLength: 45 }],
    ['a pattern that is not anchored', { type: 'string', pattern: '(\\+7|8)[0-9]{10}' }],
    ['a pattern with a look-ahead', { type: 'string', pattern: '^(?=.*\\d)[a-z\\d]{8,}$' }],
    ['a pattern with properties of Unicode', { type: 'string', pattern: '^\\p{Lu}[\\p{Ll}\\d]{3,}$' }],
    ['a pattern with escaped characters', { type: 'string', pattern: '^[\\u0430-\\u044f]+$' }],
    ['a pattern beside a format', { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' }],
    [
      'what one property asks of another',
      {
        required: ['card', 'address'],
        properties: { card: { type: 'string' }, address: { type: 'string' } },
        dependentSchemas: { card: { properties: { address: { minLength: 20 } } } },
      },
    ],
    ['lengths', { type: 'string', minLength: 50, maxLength: 52 }],
    ['no text at all', { type: 'string', maxLength: 0 }],
    ['bounds', { type: 'integer', minimum: -5, exclusiveMaximum: -3 }],
    ['narrow bounds', { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 0.01 }],
    ['multiples', { type: 'number', multipleOf: 0.05, minimum: 100 }],
    ['multiples that are whole', { type: 'integer', multipleOf: 1.5, minimum: 10 }],
    ['int32', { type: 'integer', format: 'int32' }],
    ['numbers below a maximum', { type: 'integer', maximum: -100 }],
    ['enum with null', { type: ['string', 'null'], enum: ['a', null] }],
    ['const', { const: { a: [1, null] } }],
    [
      'unique items of few values',
      { type: 'array', items: { enum: [1, 2, 3] }, minItems: 3, uniqueItems: true },
    ],
    ['contains', { type: 'array', items: { type: 'integer' }, contains: { minimum: 5000 }, minContains: 2 }],
    [
      'a tuple',
      { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false, minItems: 2 },
    ],
    [
      'a map',
      {
        type: 'object',
        additionalProperties: { type: 'integer' },
        propertyNames: { pattern: '^k\\d$' },
        minProperties: 2,
      },
    ],
    [
      'pattern properties',
      {
        type: 'object',
        patternProperties: { '^x-\\d+$': { type: 'integer' } },
        additionalProperties: false,
        minProperties: 1,
      },
    ],
    ['maxProperties', { type: 'object', properties: { a: {}, b: {}, c: {} }, maxProperties: 1 }],
    [
      'dependentRequired',
      { type: 'object', properties: { card: { type: 'string' } }, dependentRequired: { card: ['cvc'] } },
    ],
    [
      'oneOf that differ in what is required',
      {
        oneOf: [
          { type: 'object', properties: { a: {} }, required: ['a'], additionalProperties: false },
          { type: 'object', properties: { b: {} }, required: ['b'], additionalProperties: false },
        ],
      },
    ],
    [
      'anyOf beside properties',
      {
        type: 'object',
        properties: { a: { type: 'string' }, b: { type: 'string' } },
        anyOf: [{ required: ['a'] }, { required: ['b'] }],
      },
    ],
    [
      'allOf that narrow each other',
      {
        allOf: [
          { type: 'number', minimum: 5 },
          { type: 'integer', maximum: 6 },
        ],
      },
    ],
    [
      'allOf with unevaluatedProperties',
      { allOf: [{ properties: { a: { type: 'string' } }, required: ['a'] }], unevaluatedProperties: false },
    ],
    ['not', { type: 'integer', minimum: 1, maximum: 4, not: { enum: [1, 2] } }],
    ['a property that must not be', { type: 'object', properties: { a: false, b: { type: 'string' } } }],
    ['true', {}],
  ])('%s', async (_, wanted) => {
    await samples(await schemasOf({ Wanted: wanted }), schema('Wanted'));
  });

  test.each([
    'date-time',
    'date',
    'time',
    'duration',
    'email',
    'hostname',
    'ipv4',
    'ipv6',
    'uri',
    'uri-reference',
    'uri-template',
    'uuid',
    'json-pointer',
    'relative-json-pointer',
    'regex',
    'byte',
    'idn-email',
  ])('format %s', async (format) => {
    const values = await samples(await schemasOf({ Wanted: { type: 'string', format } }), schema('Wanted'));
    expect(values.every((value) => typeof value === 'string' && value !== '')).toBe(true);
  });
});

describe('recursion', () => {
  test.each<[string, JsonObject]>([
    [
      'through a list',
      {
        type: 'object',
        required: ['children'],
        properties: { children: { type: 'array', items: schema('Node') } },
      },
    ],
    [
      'through an optional property',
      { type: 'object', properties: { name: { type: 'string' }, next: schema('Node') } },
    ],
    [
      'through what may be null',
      {
        type: 'object',
        required: ['next'],
        properties: { next: { anyOf: [schema('Node'), { type: 'null' }] } },
      },
    ],
    [
      'through a map',
      { type: 'object', properties: { by: { type: 'object', additionalProperties: schema('Node') } } },
    ],
    [
      'with two ways down',
      {
        type: 'object',
        required: ['l', 'r'],
        properties: {
          l: { oneOf: [schema('Node'), { type: 'integer' }] },
          r: { oneOf: [schema('Node'), { type: 'integer' }] },
        },
      },
    ],
  ])('%s ends', async (_, node) => {
    const values = await samples(await schemasOf({ Node: node }), schema('Node'));
    for (const value of values) expect(JSON.stringify(value).length).toBeLessThan(20_000);
  });

  test('without an end gives something instead of never returning', async () => {
    const contract = await schemasOf({
      Node: { type: 'object', required: ['next'], properties: { next: schema('Node') } },
    });
    expect(await sample(contract, schema('Node'), { seed: 1, direction: 'response' })).toBeTypeOf('object');
  });
});

describe('what a sample looks like', () => {
  const user = schemasOf({
    User: {
      type: 'object',
      required: ['id', 'password'],
      properties: {
        id: { type: 'integer', readOnly: true },
        password: { type: 'string', writeOnly: true },
        note: { type: 'string' },
      },
    },
    Pet: {
      oneOf: [schema('Cat'), schema('Dog')],
      discriminator: { propertyName: 'kind', mapping: { meower: 'Cat', barker: 'Dog' } },
    },
    Cat: {
      type: 'object',
      required: ['kind'],
      properties: { kind: { type: 'string' }, lives: { type: 'integer' } },
    },
    Dog: {
      type: 'object',
      required: ['kind'],
      properties: { kind: { type: 'string' }, tricks: { type: 'integer' } },
    },
  });

  test('the same seed gives the same value, another seed another', async () => {
    const [first, again] = [
      await samples(await user, schema('User')),
      await samples(await user, schema('User')),
    ];
    expect(again).toEqual(first);
    expect(new Set(first.map((value) => JSON.stringify(value))).size).toBeGreaterThan(1);
  });

  test('a request has nothing read-only, a response nothing write-only', async () => {
    for (const value of await samples(await user, schema('User'), 'request'))
      expect(value).not.toHaveProperty('id');
    for (const value of await samples(await user, schema('User'), 'response'))
      expect(value).not.toHaveProperty('password');
  });

  test('nothing is there that is not declared', async () => {
    for (const value of await samples(await user, schema('User'))) {
      expect(['id', 'password', 'note']).toEqual(expect.arrayContaining(Object.keys(value ?? {})));
    }
  });

  test('a discriminator names the alternative that was made', async () => {
    const kinds = (await samples(await user, schema('Pet'))).map((value) => Object(value).kind);
    expect(new Set(kinds)).toEqual(new Set(['meower', 'barker']));
  });
});

/** Schemas as people write them: nested, with bounds that can be kept. */
const schemas = fc.letrec<{ schema: JsonObject; object: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<JsonObject>(
      { type: 'boolean' },
      { type: 'null' },
      { enum: ['a', 1, null] },
      { type: ['string', 'null'] },
    ),
    fc
      .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 50 }))
      .map(([minimum, width]): JsonObject => ({ type: 'integer', minimum, maximum: minimum + width })),
    fc.tuple(fc.nat(20), fc.nat(20), fc.constantFrom('^[a-z]*$', '^[A-Z\\d]+', '.', '')).map(
      ([minLength, width, pattern]): JsonObject => ({
        type: 'string',
        minLength,
        maxLength: minLength + width + 1,
        pattern,
      }),
    ),
    fc
      .constantFrom('uuid', 'date', 'email', 'ipv4')
      .map((format): JsonObject => ({ type: 'string', format })),
    fc.tuple(tie('schema'), fc.nat(3), fc.nat(3)).map(
      ([items, minItems, width]): JsonObject => ({
        type: 'array',
        items,
        minItems,
        maxItems: minItems + width,
      }),
    ),
    tie('object'),
    fc.array(tie('schema'), { minLength: 1, maxLength: 3 }).map((anyOf): JsonObject => ({ anyOf })),
    fc.array(tie('object'), { minLength: 1, maxLength: 2 }).map((allOf): JsonObject => ({ allOf })),
  ),
  object: fc
    .tuple(
      fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }),
      fc.array(tie('schema'), { minLength: 4, maxLength: 4 }),
      fc.nat(4),
    )
    .map(
      ([names, parts, required]): JsonObject => ({
        type: 'object',
        properties: Object.fromEntries(names.map((name, index) => [name, parts[index] ?? {}])),
        required: names.slice(0, required),
      }),
    ),
}));

/** Two `allOf` branches may contradict each other about one property: then nothing is valid. */
function isSatisfiable(part: JsonObject): boolean {
  const text = JSON.stringify(part);
  return !text.includes('"allOf"') || !/"allOf":\[.*,\{"type":"object"/.test(text);
}

test('a sample of any schema is valid', async () => {
  await fc.assert(
    fc.asyncProperty(schemas.schema.filter(isSatisfiable), fc.nat(), async (wanted, seed) => {
      const contract = await schemasOf({ Wanted: wanted });
      const value = await sample(contract, schema('Wanted'), { seed, direction: 'response' });
      expect(validateValue(contract, schema('Wanted'), value)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
