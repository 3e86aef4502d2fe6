import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/contract/inspect.ts';
import type { Json, JsonObject } from '../../src/contract/json.ts';
import type { Direction } from '../../src/contract/schema/hidden-properties.ts';
import type { Contract } from '../../src/contract/types.ts';
import { validateValue } from '../../src/contract/validate-value.ts';
import { contractOf, schema, schemasOf } from './support.ts';

/** `a.0.b: keyword message` of every violation, for a schema by name. */
function told(contract: Contract, name: string, value: unknown, direction?: Direction): string[] {
  const options = direction === undefined ? {} : { direction };
  return validateValue(contract, schema(name), value, options).map(
    ({ path, keyword, message }) => `${path.join('.')}: ${keyword}: ${message}`,
  );
}

describe('a violation', () => {
  test('says where, which keyword, with which parameters, and what was there', async () => {
    const contract = await schemasOf({
      Basket: {
        type: 'object',
        properties: { items: { type: 'array', items: { $ref: '#/components/schemas/Item' } } },
      },
      Item: { type: 'object', properties: { name: { type: 'string', maxLength: 3 } } },
    });
    expect(validateValue(contract, schema('Basket'), { items: [{ name: 'abc' }, { name: 'abcd' }] })).toEqual(
      [
        {
          in: 'body',
          path: ['items', 1, 'name'],
          keyword: 'maxLength',
          params: { limit: 3 },
          message: 'must NOT have more than 3 characters',
          input: 'abcd',
          severity: 'error',
        },
      ],
    );
  });

  test('of a missing property stands at the object and names the property', async () => {
    const contract = await schemasOf({ User: { type: 'object', required: ['name'] } });
    const [violation] = validateValue(contract, schema('User'), { age: 5 });
    expect(violation).toMatchObject({
      path: [],
      keyword: 'required',
      params: { missingProperty: 'name' },
      input: { age: 5 },
    });
  });

  test('that several branches of allOf find is told once', async () => {
    const contract = await schemasOf({ Pet: { allOf: [{ type: 'object' }, { type: 'object' }] } });
    expect(told(contract, 'Pet', 5)).toEqual([': type: must be object']);
  });

  test('of an undeclared property names it', async () => {
    const contract = await schemasOf({ User: { type: 'object', additionalProperties: false } });
    expect(told(contract, 'User', { age: 5 })).toEqual([
      ": additionalProperties: must not have additional property 'age'",
    ]);
  });

  test('of a property name names it, whatever characters it has', async () => {
    const contract = await schemasOf({
      Map: { propertyNames: { pattern: '^[a-z]+$' } },
      Odd: { properties: { 'a/b~': { type: 'string' } } },
    });
    expect(told(contract, 'Map', { Ä: 1 })).toEqual([
      `: propertyNames: property name 'Ä' must match pattern "^[a-z]+$"`,
    ]);
    expect(validateValue(contract, schema('Odd'), { 'a/b~': 1 })[0]?.path).toEqual(['a/b~']);
  });

  test('is told for everything that is wrong, but never more than 64 times', async () => {
    const contract = await schemasOf({ List: { type: 'array', items: { type: 'integer' } } });
    expect(told(contract, 'List', ['a', 1, 'b'])).toHaveLength(2);
    expect(
      told(
        contract,
        'List',
        Array.from({ length: 10_000 }, () => 'a'),
      ),
    ).toHaveLength(64);
  });
});

describe('alternatives', () => {
  const pets = schemasOf({
    Pet: { oneOf: [schema('Cat'), schema('Dog')] },
    TaggedPet: { oneOf: [schema('Cat'), schema('Dog')], discriminator: { propertyName: 'kind' } },
    MappedPet: {
      oneOf: [schema('Cat'), schema('Dog')],
      discriminator: { propertyName: 'sort', mapping: { meower: '#/components/schemas/Cat', barker: 'Dog' } },
    },
    Cat: {
      type: 'object',
      required: ['kind'],
      properties: { kind: { const: 'cat' }, lives: { type: 'integer' } },
    },
    Dog: {
      type: 'object',
      required: ['kind'],
      properties: { kind: { const: 'dog' }, tricks: { type: 'integer' } },
    },
    Scalar: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
    Overlap: { oneOf: [{ type: 'number' }, { type: 'integer' }] },
    Several: {
      anyOf: [
        { type: 'object', required: ['a'] },
        { type: 'object', required: ['b'] },
      ],
    },
    MaybeCat: { anyOf: [schema('Cat'), { type: 'null' }] },
  });

  test.each<[string, string, Json, string[]]>([
    [
      'the branch that was meant tells',
      'Pet',
      { kind: 'dog', tricks: 'many' },
      ['tricks: type: must be integer'],
    ],
    ['what all branches want is told once', 'Pet', {}, [": required: must have required property 'kind'"]],
    [
      'an unknown tag lists the known ones',
      'Pet',
      { kind: 'cow' },
      ['kind: enum: must be one of: "cat", "dog"'],
    ],
    ['wrong types become one sentence', 'Scalar', true, [': type: must be string or integer']],
    ['null beside a type is a type too', 'MaybeCat', 5, [': type: must be object or null']],
    [
      'two branches that match are one too many',
      'Overlap',
      1,
      [': oneOf: must match exactly one of 2 alternatives, matches 2'],
    ],
    [
      'equally near branches are told together',
      'Several',
      {},
      [
        ": anyOf: must match one of the alternatives: must have required property 'a'; or must have required property 'b'",
      ],
    ],
  ])('%s', async (_, name, value, expected) => {
    expect(told(await pets, name, value)).toEqual(expected);
  });

  test.each<[string, string, Json, string[]]>([
    [
      'its branch alone judges',
      'TaggedPet',
      { kind: 'cat', lives: 'nine' },
      ['lives: type: must be integer'],
    ],
    ['its tag must be there', 'TaggedPet', {}, [": required: must have required property 'kind'"]],
    [
      'its tag must be known',
      'TaggedPet',
      { kind: 'cow' },
      ['kind: discriminator: must be one of: "cat", "dog"'],
    ],
    [
      'its mapping names branches by reference and by name',
      'MappedPet',
      { sort: 'barker', kind: 'cat' },
      ['kind: const: must be "dog"'],
    ],
  ])('with a discriminator %s', async (_, name, value, expected) => {
    expect(told(await pets, name, value)).toEqual(expected);
  });

  test('with a discriminator that has a default, that branch judges what has no known tag', async () => {
    const contract = await schemasOf({
      Pet: {
        oneOf: [schema('Cat'), schema('Any')],
        discriminator: { propertyName: 'kind', defaultMapping: 'Any' },
      },
      Cat: { type: 'object', properties: { kind: { const: 'cat' } } },
      Any: { type: 'object', properties: { size: { type: 'integer' } } },
    });
    expect(told(contract, 'Pet', { kind: 'cow', size: 5 })).toEqual([]);
    expect(told(contract, 'Pet', { size: 'big' })).toEqual(['size: type: must be integer']);
  });

  test('a discriminator without tags in its branches means their names', async () => {
    const contract = await schemasOf({
      Pet: { oneOf: [schema('Cat'), schema('Dog')], discriminator: { propertyName: 'kind' } },
      Cat: { type: 'object', properties: { kind: { type: 'string' }, lives: { type: 'integer' } } },
      Dog: { type: 'object', properties: { kind: { type: 'string' } } },
    });
    expect(told(contract, 'Pet', { kind: 'Dog', lives: 'x' })).toEqual([]);
    expect(told(contract, 'Pet', { kind: 'Cat', lives: 'x' })).toEqual(['lives: type: must be integer']);
  });
});

describe('directions', () => {
  const contract = schemasOf({
    User: { allOf: [schema('Base'), { required: ['id', 'name', 'password'] }] },
    Base: {
      type: 'object',
      properties: {
        id: { type: 'integer', readOnly: true },
        name: { type: 'string' },
        password: { type: 'string', writeOnly: true },
      },
    },
  });

  test('a request need not have what is read-only, and is not judged by it', async () => {
    expect(told(await contract, 'User', { name: 'a', password: 'b' }, 'request')).toEqual([]);
    expect(told(await contract, 'User', { id: 'x', name: 'a', password: 'b' }, 'request')).toEqual([]);
    expect(told(await contract, 'User', { id: 1, name: 'a' }, 'request')).toHaveLength(1);
  });

  test('a response need not have what is write-only', async () => {
    expect(told(await contract, 'User', { id: 1, name: 'a' }, 'response')).toEqual([]);
    expect(told(await contract, 'User', { name: 'a', password: 'b' }, 'response')).toHaveLength(1);
  });

  test('a value of neither has to have both', async () => {
    expect(told(await contract, 'User', { name: 'a' })).toHaveLength(2);
  });
});

describe('JSON Schema 2020-12', () => {
  test.each<[string, JsonObject, Json, Json]>([
    ['prefixItems', { prefixItems: [{ type: 'string' }], items: false }, ['a'], ['a', 1]],
    [
      'contains with bounds',
      { contains: { type: 'integer' }, minContains: 2, maxContains: 2 },
      [1, 'a', 2],
      [1, 'a'],
    ],
    [
      'unevaluatedProperties beside allOf',
      { allOf: [{ properties: { a: {} } }], unevaluatedProperties: false },
      { a: 1 },
      { b: 1 },
    ],
    [
      'unevaluatedProperties through a reference',
      { $ref: '#/components/schemas/Other', unevaluatedProperties: false },
      { other: 1 },
      { b: 1 },
    ],
    ['dependentRequired', { dependentRequired: { card: ['cvc'] } }, { card: 1, cvc: 2 }, { card: 1 }],
    [
      'if, then, else',
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      { if: { properties: { a: { const: 1 } } }, then: { required: ['b'] }, else: { required: ['c'] } },
      { a: 1, b: 1 },
      { a: 1 },
    ],
    [
      'uniqueItems of objects',
      { uniqueItems: true },
      [
        { a: 1, b: 2 },
        { a: 1, b: 3 },
      ],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
    ['const null', { const: null }, null, 0],
    ['not', { not: { type: 'string' } }, 1, 'a'],
    ['multipleOf with decimals', { multipleOf: 0.01 }, 19.99, 19.999],
    ['a name every object inherits', { required: ['toString'] }, { toString: 1 }, {}],
  ])('%s', async (_, tested, good, bad) => {
    const contract = await schemasOf({ Tested: tested, Other: { properties: { other: {} } } });
    expect(told(contract, 'Tested', good)).toEqual([]);
    expect(told(contract, 'Tested', bad)).not.toEqual([]);
  });

  test.each<[string, string, string]>([
    ['uuid', '01890a5d-ac96-774b-bcce-b302099a8057', 'urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057'],
    ['date-time', '2024-02-29T12:00:00+03:00', '2024-02-29 12:00:00Z'],
    ['date-time', '2024-02-29T12:00:00.123Z', '2023-02-29T12:00:00Z'],
    ['date', '2024-02-29', '2023-02-29'],
    ['email', 'a@example.com', 'a@'],
    ['uri', 'https://example.com/a?b=c', '/a'],
    ['ipv4', '192.0.2.1', '192.0.2.256'],
    ['byte', 'YWJj', 'YWJ'],
    ['idn-email', 'почта@пример.рф', 'почта'],
  ])('format %s', async (format, good, bad) => {
    const contract = await schemasOf({ Tested: { type: 'string', format } });
    expect(told(contract, 'Tested', good)).toEqual([]);
    expect(told(contract, 'Tested', bad)).toHaveLength(1);
  });

  test('int32 has bounds, an unknown format has none', async () => {
    const contract = await schemasOf({
      Int: { type: 'integer', format: 'int32' },
      Odd: { format: 'shoe-size' },
    });
    expect(told(contract, 'Int', 2 ** 31)).toHaveLength(1);
    expect(told(contract, 'Odd', 'any')).toEqual([]);
  });

  test('a $dynamicRef means the outermost dynamic anchor', async () => {
    const contract = await schemasOf({
      Page: {
        type: 'object',
        properties: { items: { type: 'array', items: { $dynamicRef: '#item' } } },
        $defs: { item: { $dynamicAnchor: 'item', not: {} } },
      },
      UserPage: {
        $ref: '#/components/schemas/Page',
        $defs: { item: { $dynamicAnchor: 'item', type: 'integer' } },
      },
    });
    expect(told(contract, 'UserPage', { items: [1] })).toEqual([]);
    expect(told(contract, 'UserPage', { items: ['a'] })).toEqual(['items.0: type: must be integer']);
  });
});

describe('older drafts', () => {
  const drafts = ['http://json-schema.org/draft-07/schema#', 'https://json-schema.org/draft/2019-09/schema'];

  test.each(drafts)('of %s keep their lists of items and their dependencies', async (jsonSchemaDialect) => {
    const row = { items: [{ type: 'string' }, { type: 'integer' }], additionalItems: { type: 'boolean' } };
    const card = { dependencies: { number: ['code'], holder: { required: ['name'] } } };
    const contract = await contractOf({
      jsonSchemaDialect,
      paths: {},
      components: {
        schemas: { Row: row, Card: card, Rows: { items: { $ref: '#/components/schemas/Row' } } },
      },
    });
    expect(told(contract, 'Row', ['a', 1, true])).toEqual([]);
    expect(told(contract, 'Rows', [[1, 2, 3]])).toEqual([
      '0.0: type: must be string',
      '0.2: type: must be boolean',
    ]);
    expect(told(contract, 'Card', { number: 1, holder: 'x', name: 'y', code: 2 })).toEqual([]);
    expect(told(contract, 'Card', { number: 1, holder: 'x' })).toHaveLength(2);
    expect(await inspect(contract)).toEqual([]);
  });

  test('are only those the document names', async () => {
    const contract = await contractOf({
      jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
      paths: {},
      components: { schemas: { Card: { dependencies: { number: ['code'] } } } },
    });
    expect(told(contract, 'Card', { number: 1 })).toEqual([]);
  });
});

describe('what documents get wrong', () => {
  test('a pattern for the older regular expressions still works', async () => {
    const contract = await schemasOf({ Login: { type: 'string', pattern: '^[\\w\\-]+\\_$' } });
    expect(told(contract, 'Login', 'a-b_')).toEqual([]);
    expect(told(contract, 'Login', 'a b')).toHaveLength(1);
  });

  test('what makes no sense accepts everything', async () => {
    const contract = await schemasOf({
      Bad: { type: 'strin', pattern: '(?<', minimum: '5', $ref: '#/components/schemas/Missing', items: [] },
    });
    expect(told(contract, 'Bad', 5)).toEqual([]);
  });

  test('schemas of OpenAPI 3.0 are understood', async () => {
    const contract = await contractOf({
      openapi: '3.0.3',
      paths: {},
      components: {
        schemas: { Old: { type: 'integer', nullable: true, minimum: 5, exclusiveMinimum: true } },
      },
    });
    expect(told(contract, 'Old', null)).toEqual([]);
    expect(told(contract, 'Old', 6)).toEqual([]);
    expect(told(contract, 'Old', 5)).toHaveLength(1);
  });
});

describe('hostile values', () => {
  const tree = schemasOf({
    Node: { oneOf: [schema('Left'), schema('Right')] },
    Left: { type: 'object', required: ['l'], properties: { child: schema('Node') } },
    Right: { type: 'object', required: ['r'], properties: { child: schema('Node') } },
  });

  test('recursion through alternatives is not judged exponentially often', async () => {
    let value: JsonObject = {};
    for (let depth = 0; depth < 200; depth += 1) value = { child: value };
    expect(told(await tree, 'Node', value).length).toBeGreaterThan(0);
  });

  test('endless nesting is refused, not followed until the stack ends', async () => {
    const contract = await schemasOf({ List: { type: 'array', items: schema('List') } });
    let value: Json = [];
    for (let depth = 0; depth < 20_000; depth += 1) value = [value];
    expect(told(contract, 'List', value)[0]).toMatch(/depth: must not nest deeper than \d+/);
  });

  test('uniqueness of a long list takes no time to speak of', async () => {
    const contract = await schemasOf({ List: { uniqueItems: true } });
    const value = Array.from({ length: 100_000 }, (_, index) => ({ index }));
    expect(told(contract, 'List', value)).toEqual([]);
  });
});
