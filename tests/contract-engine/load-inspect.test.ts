import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { valueAt } from '../../src/contract/document/pointer.ts';
import { inspect } from '../../src/contract/inspect.ts';
import { loadContract } from '../../src/contract/load.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inspect-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** `line severity message` of what inspection adds to loading. */
async function inspectFile(file: string): Promise<string[]> {
  const { contract } = await loadContract(file);
  if (!contract) throw new Error(`${file} gave no contract`);
  const problems = await inspect(contract);
  return problems.map(({ message, position, severity }) => `${position?.line} ${severity} ${message}`);
}

async function inspectSchema(version: string, schema: string): Promise<string[]> {
  const file = join(folder, 'schema.yaml');
  const head = `openapi: ${version}\ninfo: { title: t, version: "1" }\npaths: {}\n`;
  await writeFile(file, `${head}components:\n  schemas:\n    S: ${schema}\n`);
  return inspectFile(file);
}

describe('inspection of a contract', () => {
  it('tells what is wrong with schemas, at the keyword, and nothing that loading told', async () => {
    expect(await inspectFile('fixtures/documents/broken.yaml')).toEqual([
      '63 error `type` is "objekt": string, number, integer, boolean, array, object or null is expected',
      '64 error "([a-z" is no regular expression: Unterminated character class',
      '65 error "#/components/schemas/Gone" leads nowhere: there is nothing; correct the path or add what it names',
      '66 error this is a list, a schema is expected: an object',
      '67 error `required` is true, a list of names is expected',
      '68 error `enum` is "red", a list of values is expected',
      '69 error `minimum` is "low", a number is expected',
      '69 error `minLength` is -1, a whole number from 0 on is expected',
    ]);
  });

  it('looks into responses, headers and examples whatever their name is', async () => {
    const file = join(folder, 'names.yaml');
    const content = (schema: string) =>
      `{ description: d, content: { application/json: { schema: ${schema} } } }`;
    await writeFile(
      file,
      `openapi: 3.0.3
info: { title: t, version: "1" }
paths: {}
components:
  responses:
    default: ${content('{ type: objekt }')}
    schema: ${content('{ type: object, nullable: true }')}
  headers:
    value: { schema: { type: texst } }
  examples:
    schema: { value: { type: any } }
`,
    );
    expect(await inspectFile(file)).toEqual([
      '6 error `type` is "objekt": string, number, integer, boolean, array, object or null is expected',
      '9 error `type` is "texst": string, number, integer, boolean, array, object or null is expected',
    ]);
    const { contract } = await loadContract(file);
    const schema = valueAt(
      contract?.document ?? null,
      '/components/responses/schema/content/application~1json',
    );
    expect(schema).toEqual({ schema: { type: ['object', 'null'] } });
  });

  it('tells references that only lead to themselves', async () => {
    expect(await inspectFile('fixtures/documents/circular.yaml')).toEqual([
      '16 error "#/components/responses/AndRound" leads nowhere: it leads back to itself; correct the path or add what it names',
      '25 error "#/components/schemas/Self" leads nowhere: it leads back to itself; correct the path or add what it names',
    ]);
  });

  it.each([
    'fixtures/documents/several-files/shop.yaml',
    'fixtures/documents/swagger-2.yaml',
    'fixtures/documents/postman-shop.json',
  ])('finds nothing in a sound document: %s', async (file) => {
    expect(await inspectFile(file)).toEqual([]);
  });

  it('knows what each version writes', async () => {
    expect(await inspectSchema('3.1.0', '{ type: string, nullable: true }')).toEqual([
      "6 warning `nullable` means nothing from 3.1 on: write `type: [string, 'null']`",
    ]);
    expect(await inspectSchema('3.0.3', '{ type: string, nullable: true }')).toEqual([]);
    expect(await inspectSchema('3.1.0', '{ minimum: 1, exclusiveMinimum: true }')).toEqual([
      '6 error `exclusiveMinimum` is a boolean: 3.1.0 expects the limit itself',
    ]);
    expect(await inspectSchema('3.0.3', '{ minimum: 1, exclusiveMinimum: true }')).toEqual([]);
    expect(
      await inspectSchema('3.0.3', "{ $ref: '#/components/schemas/S2', maxLength: 3 }\n    S2: {}"),
    ).toEqual(['6 warning `maxLength` beside `$ref` is ignored in 3.0.3: use `allOf`']);
    expect(
      await inspectSchema('3.1.0', "{ $ref: '#/components/schemas/S2', maxLength: 3 }\n    S2: {}"),
    ).toEqual([]);
  });

  it('holds every keyword that judges a value against what it may be, each once', async () => {
    const schema =
      '{ minContains: -1, dependentRequired: { a: b }, not: 5, allOf: [7], properties: { a: [] }, readOnly: 1 }';
    expect(await inspectSchema('3.1.0', schema)).toEqual([
      '6 error `minContains` is -1, a whole number from 0 on is expected',
      '6 error `dependentRequired` is an object, a list of names for each member is expected',
      '6 error this is a number, a schema is expected: an object',
      '6 error this is a number, a schema is expected: an object',
      '6 error this is a list, a schema is expected: an object',
      '6 error `readOnly` is 1, true or false is expected',
    ]);
    expect(await inspectSchema('3.1.0', '{ items: [{}] }')).toEqual([
      '6 error `items` is a list, a schema (a list of schemas is `prefixItems`) is expected',
    ]);
  });

  it('takes a property for a property, whatever its name', async () => {
    expect(
      await inspectSchema(
        '3.1.0',
        '{ properties: { type: { type: string }, pattern: {}, $ref: {}, required: {} } }',
      ),
    ).toEqual([]);
  });

  it('leaves payloads in examples alone', async () => {
    expect(
      await inspectSchema(
        '3.1.0',
        "{ example: { $ref: '#/nowhere', type: odd }, enum: [{ $ref: './no.yaml' }] }",
      ),
    ).toEqual([]);
  });

  it('tells examples that do not fit their schema', async () => {
    const file = join(folder, 'examples.yaml');
    await writeFile(
      file,
      `openapi: 3.1.0
info: { title: t, version: "1" }
paths:
  /a:
    get:
      parameters:
        - { name: q, in: query, schema: { type: integer }, example: many }
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: { type: object, required: [id], properties: { id: { type: integer } } }
              examples:
                good: { value: { id: 1 } }
                bad: { value: { id: one } }
            application/xml:
              schema: { type: object }
              example: <a/>
`,
    );
    expect(await inspectFile(file)).toEqual([
      '6 warning this example does not fit its schema: must be integer',
      '16 warning this example does not fit its schema: /id must be integer',
    ]);
  });

  it('tells keys that stand twice in JSON', async () => {
    const file = join(folder, 'twice.json');
    await writeFile(
      file,
      '{\n  "openapi": "3.1.0",\n  "info": { "title": "t", "version": "1" },\n  "paths": {},\n  "paths": {}\n}',
    );
    expect(await inspectFile(file)).toEqual([
      '5 error the key "paths" stands twice in this object: the last one counts, remove or rename one',
    ]);
  });
});
