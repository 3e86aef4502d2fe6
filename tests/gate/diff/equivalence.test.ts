import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isObject, type Json, type JsonObject } from '../../../src/contract/json.ts';
import { loadContract } from '../../../src/contract/load.ts';
import { sample } from '../../../src/contract/sample.ts';
import { isSchema } from '../../../src/contract/schema/parts.ts';
import type { Contract } from '../../../src/contract/types.ts';
import { validateValue } from '../../../src/contract/validate-value.ts';
import { diffContracts } from '../../../src/gate/diff.ts';
import { answers, api, contractsOf, diffOf, sends } from './compare.ts';

const fixture = async (name: string): Promise<Contract> => {
  const { contract } = await loadContract(
    new URL(`../../../fixtures/diff/${name}`, import.meta.url).pathname,
  );
  if (!contract) throw new Error(`${name} cannot be loaded`);
  return contract;
};

const limit = fc.integer({ min: 0, max: 4 });

/** Schemas that values can be drawn of: limits never contradict each other. */
const { schema } = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof<fc.MaybeWeightedArbitrary<JsonObject>[]>(
    { maxDepth: 3, depthSize: 'small' },
    fc.record({ type: fc.constantFrom('string', 'integer', 'boolean') }),
    fc.record({ type: fc.constant('string'), minLength: limit, maxLength: limit.map((n) => n + 4) }),
    fc.record({
      type: fc.constantFrom('integer', 'number'),
      minimum: limit,
      maximum: limit.map((n) => n + 4),
    }),
    fc.record({ enum: fc.uniqueArray(fc.constantFrom('a', 'b', 1, 2, true), { minLength: 1 }) }),
    fc.record({ type: fc.constant(['string', 'null']) }),
    fc.record({
      type: fc.constant('number'),
      exclusiveMinimum: limit,
      exclusiveMaximum: limit.map((n) => n + 6),
    }),
    fc.record({ const: fc.constantFrom('a', 'b', 1) }),
    fc.record({ type: fc.constant('array'), items: tie('schema'), minItems: limit }),
    fc
      .record({ a: tie('schema'), b: tie('schema'), required: fc.subarray(['a', 'b']) })
      .map(({ a, b, required }): JsonObject => ({ type: 'object', properties: { a, b }, required })),
  ),
}));

/** Members in another order, words that ask nothing. */
function retold(value: Json): Json {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return value;
  const members = Object.entries(value).reverse();
  return Object.fromEntries(
    members.map(([name, member]) => [
      name,
      name === 'required' && Array.isArray(member) ? member.toReversed() : retold(member),
    ]),
  );
}

/** As OpenAPI 3.0 has it: `nullable`, exclusive limits that are flags, no `const`. */
function as30(value: Json): Json {
  if (Array.isArray(value)) return value.map(as30);
  if (!isObject(value)) return value;
  const { type, const: only, exclusiveMinimum, exclusiveMaximum, ...rest } = value;
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, member]) => [name, as30(member)])),
    ...(type === undefined ? {} : Array.isArray(type) ? { type: type[0] ?? '', nullable: true } : { type }),
    ...(only === undefined ? {} : { enum: [only] }),
    ...(exclusiveMinimum === undefined ? {} : { minimum: exclusiveMinimum, exclusiveMinimum: true }),
    ...(exclusiveMaximum === undefined ? {} : { maximum: exclusiveMaximum, exclusiveMaximum: true }),
  };
}

const objectOf = (value: Json): JsonObject => (isObject(value) ? value : {});

/** The same, said differently. */
const rewordings: readonly ((schema: JsonObject) => JsonObject)[] = [
  (schema) => objectOf(retold(schema)),
  (schema) => ({ ...schema, title: 'A thing', description: 'What it is.', examples: ['a'], 'x-note': 1 }),
  (schema) => ({ allOf: [schema, { description: 'What it is.' }] }),
  (schema) => ({ allOf: [schema] }),
  (schema) => ({ oneOf: [schema] }),
  (schema) => ({ anyOf: [{ allOf: [schema, {}] }] }),
  (schema) => ({ allOf: [schema, schema] }),
  () => ({ $ref: '#/components/schemas/Named' }),
];

describe('two documents that say the same', () => {
  it('have no differences, whatever words they choose', async () => {
    const [one, other] = await Promise.all([fixture('shop.yaml'), fixture('shop-in-other-words.yaml')]);
    expect(await diffContracts(one, other, { today: '2026-06-01' })).toEqual([]);
    expect(await diffContracts(other, one, { today: '2026-06-01' })).toEqual([]);
  });

  it('have no differences in what XML is called where nothing is XML, nor by other words of OpenAPI 3.2', async () => {
    const named = (xml: JsonObject): JsonObject => ({ type: 'string', xml });
    expect(await diffOf(answers(named({ name: 'a' })), answers(named({ name: 'b' })))).toEqual([]);
    const written = (xml: JsonObject): JsonObject =>
      api({ responses: { 200: { description: 'Done.', content: { 'text/xml': { schema: named(xml) } } } } });
    expect(await diffOf(written({ attribute: true }), written({ nodeType: 'attribute' }))).toEqual([]);
  });

  it('have no differences when a schema is named, wrapped or put into allOf', async () => {
    const reworded = fc.tuple(schema, fc.constantFrom(...rewordings));
    await fc.assert(
      fc.asyncProperty(reworded, async ([schema, reword]) => {
        const other = reword(schema);
        const components = other.$ref === undefined ? {} : { schemas: { Named: schema } };
        expect(await diffOf(sends(schema), sends(other, components))).toEqual([]);
        expect(await diffOf(answers(other, components), answers(schema))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a document in OpenAPI 3.0', () => {
  it('has no differences from what it is in 3.1', async () => {
    await fc.assert(
      fc.asyncProperty(schema, async (schema) => {
        const old = { ...sends(objectOf(as30(schema))), openapi: '3.0.3' };
        expect(await diffOf(old, sends(schema))).toEqual([]);
        expect(
          await diffOf({ ...answers(schema) }, { ...answers(objectOf(as30(schema))), openapi: '3.0.3' }),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** What people do to a schema, given another one. Alternatives of a `oneOf` that overlap in part are beyond any diff. */
const edits: readonly ((schema: JsonObject, other: JsonObject) => JsonObject)[] = [
  (_, other) => other,
  (schema, other) => ({ ...schema, ...other }),
  (schema, other) => ({ allOf: [schema, other] }),
  (schema, other) => ({ anyOf: [schema, other] }),
  (schema, other) => ({ anyOf: [other, { type: ['boolean', 'null'] }, schema] }),
  (schema) => ({ ...schema, additionalProperties: false }),
  (schema) => Object.fromEntries(Object.entries(schema).slice(0, -1)),
  (schema) => Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, raised(value)])),
];

const raised = (value: Json | undefined): Json => (typeof value === 'number' ? value + 1 : (value ?? null));

const edited = fc
  .tuple(schema, schema, fc.constantFrom(...edits))
  .map(([old, other, edit]) => ({ old, fresh: edit(old, other) }));

describe('a value that only one of two schemas takes', () => {
  const loaded = async (...documents: readonly JsonObject[]): Promise<readonly [Contract, Contract]> => {
    const [before, after] = await contractsOf(...documents);
    if (!before || !after) throw new Error('two documents were asked for');
    return [before, after];
  };
  const takes = (contract: Contract, schema: JsonObject, value: Json): boolean =>
    isSchema(schema) && validateValue(contract, schema, value).length === 0;
  const isTold = async (before: Contract, after: Contract): Promise<boolean> =>
    (await diffContracts(before, after, { today: '2026-06-01' })).some(({ level }) => level !== 'info');

  it('is never passed over in silence where clients send it and it is refused now', async () => {
    await fc.assert(
      fc.asyncProperty(edited, fc.integer({ min: 0, max: 1000 }), async ({ old, fresh }, seed) => {
        const [before, after] = await loaded(sends(old), sends(fresh));
        const value = await sample(before, old, { seed, direction: 'request' });
        if (takes(before, old, value) && !takes(after, fresh, value))
          expect(await isTold(before, after)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('is never passed over in silence where clients read it and it never came before', async () => {
    await fc.assert(
      fc.asyncProperty(edited, fc.integer({ min: 0, max: 1000 }), async ({ old, fresh }, seed) => {
        const [before, after] = await loaded(answers(old), answers(fresh));
        const value = await sample(after, fresh, { seed, direction: 'response' });
        if (takes(after, fresh, value) && !takes(before, old, value))
          expect(await isTold(before, after)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
