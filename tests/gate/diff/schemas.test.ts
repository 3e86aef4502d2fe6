import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/contract/json.ts';
import { answers, diffOf, info, sends, told } from './compare.ts';

const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...more,
});
const text = { type: 'string' };

interface Case {
  readonly title: string;
  readonly old: JsonObject;
  readonly new: JsonObject;
  readonly request: readonly string[];
  readonly response: readonly string[];
}

const cases: readonly Case[] = [
  {
    title: 'a tighter limit refuses requests and surprises no reader',
    old: object({ name: { ...text, maxLength: 10 } }),
    new: object({ name: { ...text, maxLength: 5 } }),
    request: ['error request-property-max-length-decreased'],
    response: ['info response-property-max-length-decreased'],
  },
  {
    title: 'a limit where none was is a warning: it may only be written down',
    old: { type: 'integer' },
    new: { type: 'integer', maximum: 9 },
    request: ['warning request-body-max-set'],
    response: ['info response-body-max-set'],
  },
  {
    title: 'integer widened to number',
    old: { type: 'integer' },
    new: { type: 'number' },
    request: ['info request-body-type-generalized'],
    response: ['error response-body-type-generalized'],
  },
  {
    title: 'null becomes valid',
    old: text,
    new: { type: ['string', 'null'] },
    request: ['info request-body-became-nullable'],
    response: ['error response-body-became-nullable'],
  },
  {
    title: 'a value joins an enum',
    old: { enum: ['a', 'b'] },
    new: { enum: ['a', 'b', 'c'] },
    request: ['info request-body-enum-value-added'],
    response: ['warning response-body-enum-value-added'],
  },
  {
    title: 'a pattern that changed cannot be judged',
    old: { ...text, pattern: '^a+$' },
    new: { ...text, pattern: '^a*$' },
    request: ['warning request-body-pattern-changed'],
    response: ['info response-body-pattern-changed'],
  },
  {
    title: 'a required property is added',
    old: object({}),
    new: object({ name: text }, { required: ['name'] }),
    request: ['error new-required-request-property'],
    response: ['info response-required-property-added'],
  },
  {
    title: 'a required property is removed',
    old: object({ name: text }, { required: ['name'] }),
    new: object({}),
    request: ['warning request-property-removed'],
    response: ['error response-required-property-removed'],
  },
  {
    title: 'a property leaves an object that allows no others',
    old: object({ name: text }, { additionalProperties: false }),
    new: object({}, { additionalProperties: false }),
    request: ['error request-property-no-longer-accepted'],
    response: ['warning response-optional-property-removed'],
  },
  {
    title: 'a property becomes optional',
    old: object({ name: text }, { required: ['name'] }),
    new: object({ name: text }),
    request: ['info request-property-became-optional'],
    response: ['error response-property-became-optional'],
  },
  {
    title: 'readOnly is of no concern to who sends',
    old: object({ id: { ...text, readOnly: true } }),
    new: object({ id: { type: 'integer', readOnly: true } }, { required: ['id'] }),
    request: ['info request-property-type-changed'],
    response: ['info response-property-became-required', 'error response-property-type-changed'],
  },
  {
    title: 'writeOnly is of no concern to who reads',
    old: object({ password: { ...text, writeOnly: true } }),
    new: object({ password: { ...text, writeOnly: true } }, { required: ['password'] }),
    request: ['error request-property-became-required'],
    response: ['info response-write-only-property-became-required'],
  },
  {
    title: 'an alternative joins oneOf',
    old: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] },
    new: {
      oneOf: [
        { $ref: '#/components/schemas/Dog' },
        { $ref: '#/components/schemas/Cat' },
        { $ref: '#/components/schemas/Fish' },
      ],
    },
    request: ['info request-body-one-of-added'],
    response: ['error response-body-one-of-added'],
  },
  {
    title: 'what fits two alternatives of a oneOf is refused by it',
    old: object({ a: text, b: text }, { required: ['a', 'b'] }),
    new: {
      oneOf: [
        object({ a: text, b: text }, { required: ['a'] }),
        object({ a: text, b: text }, { required: ['b'] }),
      ],
    },
    request: ['error request-body-wrapped-in-one-of'],
    response: ['error response-body-wrapped-in-one-of'],
  },
  {
    title: 'what "not" excludes more is valid less',
    old: { type: 'integer', not: { minimum: 10 } },
    new: { type: 'integer', not: { minimum: 5 } },
    request: ['error request-body-not-added'],
    response: ['info response-body-not-added'],
  },
];

const components = {
  schemas: {
    Cat: object({ meow: text }, { required: ['meow'] }),
    Dog: object({ bark: text }, { required: ['bark'] }),
    Fish: object({ swim: text }, { required: ['swim'] }),
  },
};

describe('a change of a schema, by who sends and who reads', () => {
  it.each(cases)('$title', async ({ old, new: fresh, request, response }) => {
    expect(told(await diffOf(sends(old, components), sends(fresh, components)))).toEqual(request);
    expect(told(await diffOf(answers(old, components), answers(fresh, components)))).toEqual(response);
  });

  it('finds a change deep inside a recursive schema once, and names the operations it reaches', async () => {
    const tree = (limit: number): JsonObject => ({
      schemas: {
        Tree: object({
          label: { ...text, maxLength: limit },
          children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
        }),
      },
    });
    const both = (components: JsonObject): JsonObject => {
      const content = { 'application/json': { schema: { $ref: '#/components/schemas/Tree' } } };
      const operation = { requestBody: { content }, responses: { 200: { description: 'Done.' } } };
      const paths = { '/trees': { post: operation, put: operation } };
      return { openapi: '3.1.0', info, paths, components };
    };
    const found = await diffOf(both(tree(10)), both(tree(5)));
    expect(found).toMatchObject([
      {
        id: 'request-property-max-length-decreased',
        operation: 'POST /trees',
        alsoIn: ['PUT /trees'],
        message: 'request body /label: clients that send texts longer than 5 characters are now refused',
        expected: '10',
        actual: '5',
      },
    ]);
  });

  it('of a property tells what clients have to fear of it, where what is valid does not', async () => {
    const messages = async (old: JsonObject, fresh: JsonObject) =>
      (await diffOf(old, fresh)).map(({ message }) => message);
    const note = object({ note: text }, { required: ['note'] });
    expect(await messages(sends(note), sends(object({})))).toEqual([
      'request body /note: "note" is no longer described: who relies on it may find it gone or ignored',
    ]);
    const secret = object({ note: { ...text, writeOnly: true } }, { required: ['note'] });
    expect(await messages(answers(secret), answers(note))).toEqual([
      'response 200 /note: "note", which was write-only, is now part of what clients receive',
    ]);
  });
});
