import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/contract/json.ts';
import { ask, documentOf, json, mockOf } from './ask.ts';

const answering = (schema: JsonObject, components: JsonObject = {}) =>
  documentOf(
    { '/x': { get: { responses: { 200: json({ schema }) } } } },
    { components: { schemas: components } },
  );

/** Schemas that a plain sampler gets wrong. */
const tricky: Readonly<Record<string, JsonObject>> = {
  pattern: { type: 'string', pattern: '^[A-Z]{2}-\\d{4}$' },
  'pattern in an object': {
    type: 'object',
    required: ['code'],
    properties: { code: { type: 'string', pattern: '^x\\d+$' } },
  },
  'short format': { type: 'string', format: 'email', maxLength: 12 },
  bounds: { type: 'number', minimum: 2.5, maximum: 3, multipleOf: 0.25 },
  exclusive: { type: 'integer', minimum: 3, exclusiveMinimum: true },
  'below zero': { type: 'integer', maximum: -5 },
  'unique items': { type: 'array', minItems: 3, uniqueItems: true, items: { type: 'integer' } },
  'nullable enum': { type: 'string', nullable: true, enum: ['a', 'b'] },
  'base64 bytes': { type: 'string', format: 'byte' },
  'exactly one': {
    oneOf: [
      {
        type: 'object',
        required: ['a'],
        properties: { a: { type: 'integer' } },
        additionalProperties: false,
      },
      {
        type: 'object',
        required: ['b'],
        properties: { b: { type: 'integer' } },
        additionalProperties: false,
      },
    ],
  },
  circle: { $ref: '#/components/schemas/Node' },
  animals: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/Animal' } },
  'all of': {
    allOf: [
      { type: 'object', required: ['a'], properties: { a: { type: 'string', minLength: 12 } } },
      { type: 'object', required: ['b'], properties: { b: { type: 'string', format: 'uuid' } } },
    ],
  },
  not: { type: 'string', not: { enum: ['string'] } },
};

const components: JsonObject = {
  Node: {
    type: 'object',
    required: ['name', 'next'],
    properties: {
      name: { type: 'string' },
      next: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
    },
  },
  Animal: {
    oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
    discriminator: {
      propertyName: 'kind',
      mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
    },
  },
  Cat: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { type: 'string' }, lives: { type: 'integer' } },
  },
  Dog: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { type: 'string' }, bark: { type: 'boolean' } },
  },
};

it('takes the next alternative of a choice where the first cannot be met', async () => {
  const kind = (name: string) => ({ properties: { kind: { const: name } } });
  const schema: JsonObject = {
    type: 'object',
    required: ['kind', 'size'],
    properties: { kind: { enum: ['cup', 'jug'] }, size: { type: 'integer' } },
    oneOf: [kind('pot'), kind('jug')],
  };
  const answer = await ask(await mockOf(answering(schema)), '/x');
  expect(answer.json).toEqual({ kind: 'jug', size: 0 });
  expect(answer.response.explanation.source).toBe('schema');
});

describe('a generated body', () => {
  it('of a schema that contains itself ends early, and keeps its examples', async () => {
    const self: JsonObject = { $ref: '#/components/schemas/Node' };
    const Node: JsonObject = {
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'integer' },
        name: { type: 'string', example: 'root' },
        parent: self,
        children: { type: 'array', items: self },
      },
    };
    const inner = { id: 0, name: 'root', children: [] };
    const answer = await ask(await mockOf(answering(self, { Node })), '/x');
    expect(answer.json).toEqual({ id: 0, name: 'root', parent: inner, children: [inner] });
  });

  it.each(Object.keys(tricky))('keeps its schema: %s', async (name) => {
    for (const dynamic of [false, true]) {
      const mock = await mockOf(answering(tricky[name] ?? {}, components), { dynamic, errors: true });
      const { status, text } = await ask(mock, '/x');
      expect(status, text).toBe(200);
    }
  });

  it('names the alternative in its discriminator', async () => {
    const mock = await mockOf(answering(tricky.animals ?? {}, components));
    expect((await ask(mock, '/x')).json).toMatchObject([{ kind: 'cat' }]);
  });

  it('does not show what is write-only', async () => {
    const schema = {
      type: 'object',
      properties: { name: { type: 'string' }, password: { type: 'string', writeOnly: true } },
    };
    expect((await ask(await mockOf(answering(schema)), '/x')).json).toEqual({ name: 'string' });
  });

  it('is the same for the same seed, and another for another', async () => {
    const mock = await mockOf(
      answering({ type: 'array', minItems: 5, maxItems: 5, items: { type: 'integer' } }),
      { dynamic: true },
    );
    const draw = async (seed: string) =>
      (await ask(mock, '/x', { headers: { prefer: `seed=${seed}` } })).text;
    expect(await draw('a')).toBe(await draw('a'));
    expect(await draw('a')).not.toBe(await draw('b'));
  });

  it('has arrays of the length that was asked for, within the bounds of the schema', async () => {
    const schema = {
      type: 'object',
      required: ['list', 'few'],
      properties: {
        list: {
          type: 'array',
          items: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
        },
        few: { type: 'array', maxItems: 2, items: { type: 'string' } },
      },
    };
    for (const dynamic of [true, false]) {
      const mock = await mockOf(answering(schema), { dynamic });
      const { json: body } = await ask(mock, '/x', { headers: { prefer: 'items=4' } });
      expect(body).toMatchObject({ list: { length: 4 }, few: { length: 2 } });
    }
  });
});

describe('the thing behind an id', () => {
  const Pet = {
    type: 'object',
    required: ['id', 'name'],
    properties: {
      id: { type: 'integer', minimum: 1 },
      name: { type: 'string' },
      born: { type: 'string', format: 'date' },
    },
  };
  const id = { name: 'petId', in: 'path', required: true, schema: { type: 'integer' } };
  const pets = documentOf(
    {
      '/pets': {
        get: {
          responses: {
            200: json({
              schema: { type: 'array', minItems: 3, items: { $ref: '#/components/schemas/Pet' } },
            }),
          },
        },
      },
      '/pets/{petId}': {
        get: { parameters: [id], responses: { 200: json({ schema: { $ref: '#/components/schemas/Pet' } }) } },
      },
    },
    { components: { schemas: { Pet } } },
  );

  it('is the same in the list and in the detail', async () => {
    const mock = await mockOf(pets, { dynamic: true });
    const { json: list } = await ask(mock, '/pets');
    if (!Array.isArray(list)) throw new Error('the list is no list');
    for (const pet of list) {
      const petId = typeof pet === 'object' && pet !== null && 'id' in pet ? pet.id : undefined;
      expect((await ask(mock, `/pets/${petId}`)).json).toEqual(pet);
    }
  });

  it('has the id of the path, also without random values', async () => {
    expect((await ask(await mockOf(pets), '/pets/42')).json).toMatchObject({ id: 42 });
  });
});

describe('what the client sent', () => {
  const schema = {
    type: 'object',
    properties: { name: { type: 'string' }, size: { type: 'integer', maximum: 10 } },
  };
  const echoing = documentOf({
    '/x': {
      post: {
        requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
        responses: { 200: json({ schema }) },
      },
    },
  });

  it('comes back where names and schema agree', async () => {
    const { json: body } = await ask(await mockOf(echoing), '/x', {
      json: { name: 'Ann', size: 99, other: 1 },
    });
    expect(body).toEqual({ name: 'Ann', size: 10 });
  });

  it('does not come back when echo is off', async () => {
    const { json: body } = await ask(await mockOf(echoing, { echo: false }), '/x', { json: { name: 'Ann' } });
    expect(body).toMatchObject({ name: 'string' });
  });
});
