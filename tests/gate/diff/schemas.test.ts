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
    title: 'an alternative that takes in another makes a oneOf refuse what fits both',
    old: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] },
    new: {
      oneOf: [
        { $ref: '#/components/schemas/Cat' },
        { $ref: '#/components/schemas/Dog' },
        { $ref: '#/components/schemas/Puppy' },
      ],
    },
    request: ['warning request-body-one-of-overlap', 'info request-body-one-of-added'],
    response: ['info response-body-one-of-overlap', 'error response-body-one-of-added'],
  },
  {
    title: 'whole numbers fit two alternatives of a oneOf of integer and number',
    old: { type: 'integer' },
    new: { oneOf: [{ type: 'integer' }, { type: 'number' }] },
    request: ['error request-body-wrapped-in-one-of'],
    response: ['error response-body-wrapped-in-one-of'],
  },
  {
    title: 'an alternative that says nothing allows everything',
    old: { type: ['string', 'null'] },
    new: { anyOf: [{ type: ['string', 'null'] }, {}] },
    request: ['info request-body-any-of-added'],
    response: ['error response-body-any-of-added'],
  },
  {
    title: 'alternatives that all lie within what was valid surprise no reader',
    old: { type: 'object' },
    new: { anyOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] },
    request: ['error request-body-any-of-removed'],
    response: ['info response-body-any-of-removed'],
  },
  {
    title: 'a property that joins a map is held against what the map allowed',
    old: { type: 'object', additionalProperties: { type: 'boolean' } },
    new: object({ name: text }, { additionalProperties: { type: 'boolean' } }),
    request: ['info new-optional-request-property', 'error request-property-type-changed'],
    response: ['info response-optional-property-added', 'error response-property-type-changed'],
  },
  {
    title: 'a list of values gives way to a format that they may not have',
    old: { type: 'string', enum: ['a'] },
    new: { type: 'string', format: 'uuid' },
    request: ['error request-body-type-changed', 'info request-body-enum-removed'],
    response: ['info response-body-type-specialized', 'warning response-body-enum-removed'],
  },
  {
    title: 'limits that every listed value keeps take nothing away from who knew the list',
    old: { type: 'string', enum: ['new', 'paid'] },
    new: { type: 'string', minLength: 1, maxLength: 40 },
    request: ['info request-body-enum-removed'],
    response: ['warning response-body-enum-removed'],
  },
  {
    title: 'alternatives that name one value each are a list of values, whatever is said of them to people',
    old: { type: 'string', enum: ['a', 'b'] },
    new: {
      oneOf: [
        { const: 'a', title: 'First' },
        { const: 'b', description: 'Second.' },
      ],
    },
    request: [],
    response: [],
  },
  {
    title: 'a word to people beside the type of an alternative says nothing of values',
    old: { anyOf: [{ type: 'string', description: 'A name.' }, { type: 'integer' }] },
    new: { type: ['string', 'integer'] },
    request: [],
    response: [],
  },
  {
    title: 'a condition that nothing follows from asks nothing',
    old: object({ name: text }),
    new: object({ name: text }, { if: { required: ['name'] } }),
    request: [],
    response: [],
  },
  {
    title: 'objects are closed by unevaluatedProperties as by additionalProperties',
    old: object({ name: text }, { additionalProperties: false }),
    new: object({ name: text }, { unevaluatedProperties: false }),
    request: [],
    response: [],
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
    Puppy: object({ bark: { ...text, maxLength: 3 } }, { required: ['bark'] }),
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
