import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspect } from '../../src/contract/inspect.ts';
import { isObject, type Json } from '../../src/contract/json.ts';
import { loadContract } from '../../src/contract/load.ts';
import { schemaNormaliser } from '../../src/contract/normalise/schema.ts';
import type { Contract } from '../../src/contract/types.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anything-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Reads everything of a contract that is read lazily. */
function readAll(contract: Contract): unknown {
  const operations = [...contract.operations, ...contract.webhooks].map((operation) => ({ ...operation }));
  return [operations, contract.document, contract.servers, contract.schemaAt('#/components/schemas/Pet')];
}

const oddValue = fc.oneof(
  fc.constantFrom<Json>(null, true, 0, -1.5, '', 'text', [], {}, [null], { $ref: '#/paths' }, { $ref: '#' }),
  fc.constantFrom<Json>({ $ref: '#/nowhere' }, { $ref: './none.yaml' }, { $ref: 'urn:x' }, { '': [[]] }),
);

/** The same value with the part number `at` (counted in document order) replaced. */
function replacePart(value: Json, at: number, by: Json): Json {
  let count = at;
  const visit = (part: Json): Json => {
    count -= 1;
    if (count === -1) return by;
    if (Array.isArray(part)) return part.map(visit);
    if (!isObject(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, visit(member)]));
  };
  return visit(value);
}

function countParts(value: Json): number {
  const members = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  return members.reduce<number>((count, member) => count + countParts(member), 1);
}

describe.each([
  'named-schemas.yaml',
  'swagger-2.yaml',
  'openapi-3.2.yaml',
  'circular.yaml',
  'postman-shop.json',
])('%s with any part replaced by something odd', (name) => {
  it('still loads, or says why not', async () => {
    const value = load(await readFile(`fixtures/documents/${name}`, 'utf8'));
    const document: Json = JSON.parse(JSON.stringify(value));
    const file = join(folder, name.replaceAll('/', '-'));
    await fc.assert(
      fc.asyncProperty(fc.nat(countParts(document) - 1), oddValue, async (at, odd) => {
        await writeFile(file, JSON.stringify(replacePart(document, at, odd)));
        const { contract, problems } = await loadContract(file);
        if (!contract) expect(problems.length).toBeGreaterThan(0);
        else expect([readAll(contract), await inspect(contract)]).toBeDefined();
        for (const { position } of problems) expect(position?.line).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('any text', () => {
  it('loads, or is told what is wrong with it', async () => {
    const file = join(folder, 'text.yaml');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        await writeFile(file, text);
        const { contract, problems } = await loadContract(file);
        if (!contract) expect(problems.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a schema of OpenAPI 3.0 in its 2020-12 form', () => {
  const keyword = fc.oneof(
    fc.record({ type: fc.constantFrom('string', 'object'), nullable: fc.boolean() }),
    fc.record({ minimum: fc.integer(), exclusiveMinimum: fc.boolean() }),
    fc.record({ enum: fc.array(fc.constantFrom<Json>('a', null, 1)), type: fc.constant('string') }),
    fc.record({ example: oddValue, $ref: fc.constant('#/a') }, { requiredKeys: [] }),
  );
  const schema = fc
    .letrec<{ schema: Json }>((tie) => ({
      schema: fc.oneof(
        { depthSize: 'small' },
        keyword,
        fc.record({ properties: fc.dictionary(fc.string(), tie('schema')), nullable: fc.boolean() }),
        fc.record({ allOf: fc.array(tie('schema')), items: tie('schema') }, { requiredKeys: [] }),
      ),
    }))
    .schema.map((made): Json => JSON.parse(JSON.stringify(made)));

  it('leaves what was read untouched, and stays as it is when done twice', () => {
    fc.assert(
      fc.property(schema, (made) => {
        const before = structuredClone(made);
        const once = schemaNormaliser((reference) => reference)(made);
        expect(made).toEqual(before);
        const twice = schemaNormaliser((reference) => reference)(once);
        expect(twice).toEqual(once);
      }),
    );
  });
});
