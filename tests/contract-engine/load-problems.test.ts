import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import type { Loaded } from '../../src/contract/types.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function loadText(name: string, text: string | Buffer): Promise<Loaded> {
  const file = join(folder, name);
  await writeFile(file, text);
  return loadContract(file);
}

/** `line:column message`, for documents whose file name does not matter. */
function told({ problems }: Loaded): string[] {
  return problems.map(({ message, position }) => `${position?.line}:${position?.column} ${message}`);
}

describe('a document with many mistakes', () => {
  const file = 'fixtures/documents/broken.yaml';

  it('has every one told at its line, in the order of the file', async () => {
    const { problems } = await loadContract(file);
    expect(problems.every(({ position }) => position?.file === file)).toBe(true);
    expect(
      problems.map(({ severity, position, message }) => `${position?.line} ${severity} ${message}`),
    ).toEqual([
      '2 warning `info.version` is a number, a text is expected: put it in quotes',
      '4 error the server variable {region} has no default: add `variables.region.default`',
      '5 error the server has no `url`',
      '7 error there is no security scheme "apiKey": add it under `components.securitySchemes`',
      '10 error the path "no-slash" must begin with a slash',
      '13 warning GET /pets/{id} does not declare its path parameter {id}: add it to `parameters` with `in: path`',
      '17 error "600" of GET /pets/{id} is no status: `200`, `4XX` or `default` is expected',
      '18 error "#/components/responses/Nowhere" leads nowhere: there is nothing; correct the path or add what it names',
      '19 error "/pets/{petId}" is the same path as "/pets/{id}": only the names of parameters differ, make it one path',
      '21 error operationId "getPet" of GET /pets/{petId} is taken by GET /pets/{id}: it must be unique, rename one of them',
      '24 error the path parameter "other" does not stand in the path of GET /pets/{petId}',
      '25 error a parameter has no `name`: it is not used',
      '26 error `in` of the parameter "colour" is "body": path, query, header or cookie is expected, it is not used',
      '27 error `in` of the parameter "colour" is "qury": path, query, header or cookie is expected, it is not used',
      '28 warning the parameter "size" has neither `schema` nor `content`: any value is accepted',
      '29 error a parameter is a string, an object with `name` and `in` is expected',
      '31 warning response 200 of GET /pets/{petId} has no `description`',
      '33 error "json" in response 200 of GET /pets/{petId} is no media type, like application/json',
      '34 error "GET" in "/pets/{petId}" must be written in lower case: `get`',
      '35 error POST /pets/{petId} is a list, an object is expected',
      '36 error the path "/list" is a list, an object with operations is expected',
      '39 error requestBody of POST /bodies needs `content`: a map from media type to schema',
      '40 error `responses` of POST /bodies is a string, an object is expected: one member for each status',
      '41 error `security` is an object, a list is expected',
      '42 warning PUT /bodies documents no `responses`: add at least one',
      '43 error `parameters` is an object, a list is expected',
      '44 error "./missing.yaml#/Body" leads nowhere: cannot read fixtures/documents/missing.yaml: there is no such file',
      '57 error `components.parameters` is a list, an object is expected',
      '59 error `type` of the security scheme "odd" is "magic": apiKey, http, mutualTLS, oauth2 or openIdConnect is expected',
      '60 error the security scheme "key" has no `in`: requests cannot carry it',
    ]);
  });

  it('keeps what is sound usable', async () => {
    const { contract } = await loadContract(file);
    expect(contract?.operation('fine')?.parameters).toMatchObject([{ name: 'q', in: 'query' }]);
    expect(contract?.operation('GET /pets/{petId}')?.parameters.map(({ name }) => name)).toEqual([
      'petId',
      'other',
      'size',
    ]);
    expect(contract?.schemaAt('#/components/schemas/Fine')).toEqual({ type: 'object' });
  });
});

describe('a text that cannot be read', () => {
  it('is told with the place where JSON breaks', async () => {
    const loaded = await loadText('comma.json', '{\n  "openapi": "3.1.0",\n  "tags": [1,]\n}');
    expect(loaded.contract).toBeUndefined();
    expect(told(loaded)).toEqual(['3:14 this is not JSON: a value is expected']);
  });

  it('is told with the place where YAML breaks', async () => {
    const loaded = await loadText('indent.yaml', 'openapi: 3.1.0\n  info: {}\n');
    expect(loaded.contract).toBeUndefined();
    expect(told(loaded)).toEqual(['2:7 this is not YAML: bad indentation of a mapping entry']);
  });

  it.each(["info: { title: 'Shop\npaths: {}", 'tags: [a, b\ninfo: {}', 'tags: "a\ninfo: {}'])(
    'is told what was probably forgotten: %j',
    async (text) => {
      expect(told(await loadText('open.yaml', `openapi: 3.1.0\n${text}\n`))).toEqual([
        '3:1 this is not YAML: a quote or bracket that opens above is not closed before this line, or the line has to be indented',
      ]);
    },
  );

  it.each(['utf16le', 'utf8'] as const)('begins with a byte order mark (%s)', async (encoding) => {
    const text = "\ufeffopenapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths: {}\n";
    const { contract, problems } = await loadText('bom.yaml', Buffer.from(text, encoding));
    expect(contract?.title).toBe(encoding === 'utf8' ? 't' : undefined);
    const reason = 'it is not UTF-8 but UTF-16, or no text at all; save it as UTF-8';
    expect(problems.map(({ message }) => message.split(': ')[1])).toEqual(
      encoding === 'utf8' ? [] : [reason],
    );
  });

  it('is an empty file', async () => {
    expect(told(await loadText('empty.yaml', '# nothing\n'))).toEqual(['1:1 the file is empty']);
  });

  it('is a file that is not there', async () => {
    const { contract, problems } = await loadContract('fixtures/documents/none.yaml');
    expect(contract).toBeUndefined();
    expect(problems).toEqual([
      { message: 'cannot read fixtures/documents/none.yaml: there is no such file', severity: 'error' },
    ]);
  });

  it('is a URL where nobody answers', async () => {
    const { problems } = await loadContract('http://127.0.0.1:1/openapi.yaml');
    expect(problems).toMatchObject([
      { message: expect.stringMatching(/^cannot read http:\/\/127\.0\.0\.1:1\/openapi\.yaml: /) },
    ]);
  });
});

describe('a document of another kind', () => {
  it.each([
    ['arazzo: 1.0.1', 'an Arazzo document, not an API'],
    ['asyncapi: 3.0.0', 'an AsyncAPI document'],
    ['overlay: 1.0.0', 'an OpenAPI Overlay, not an API'],
    ['$schema: https://json-schema.org/draft/2020-12/schema', 'a JSON Schema'],
    ['name: x', 'not an OpenAPI document'],
  ])('is refused by its name: %s', async (text, kind) => {
    expect(told(await loadText('other.yaml', text))).toEqual([
      `1:1 this is ${kind}: expected \`openapi\`, \`swagger\` or a Postman collection`,
    ]);
  });

  it.each([
    ['openapi: 4.0.0', 'OpenAPI 4.0.0 is not supported: 2.0, 3.0, 3.1 and 3.2 are'],
    ['swagger: 1.2', 'Swagger 1.2 is not supported: 2.0 is'],
    ['- 1', 'a document is an object, this is a list or a single value'],
  ])('is refused with what is expected: %s', async (text, message) => {
    expect(told(await loadText('other.yaml', text))).toEqual([`1:1 ${message}`]);
  });
});

describe('missing members', () => {
  it('are told, and the rest is read', async () => {
    const loaded = await loadText(
      'bare.yaml',
      'paths:\n  /a:\n    get: { responses: { 200: { description: ok } } }\n',
    );
    expect(told(loaded)).toEqual([
      '1:1 `openapi` is missing: add `openapi: 3.1.0`; the document is read as such',
      '1:1 `info` is missing: an object with `title` and `version` is expected',
    ]);
    expect(loaded.contract?.operations.map(({ id }) => id)).toEqual(['GET /a']);
  });

  it('`paths` may be missing from 3.1 on where there are webhooks or components', async () => {
    const info = 'info: { title: t, version: "1" }';
    expect(told(await loadText('a.yaml', `openapi: 3.0.3\n${info}\ncomponents: {}`))).toHaveLength(1);
    expect(told(await loadText('b.yaml', `openapi: 3.1.0\n${info}\ncomponents: {}`))).toEqual([]);
    expect(told(await loadText('c.yaml', `openapi: 3.1.0\n${info}`))).toHaveLength(1);
  });
});

describe('YAML', () => {
  const head = 'openapi: 3.1.0\ninfo: { title: t, version: "1" }\npaths: {}\n';

  it('keeps dates and `on`, `yes`, `no` as texts', async () => {
    const { contract } = await loadText('words.yaml', `${head}x-words: { on: yes, no: 2020-01-01, 12: 12 }`);
    expect(contract?.document['x-words']).toEqual({ on: 'yes', no: '2020-01-01', '12': 12 });
  });

  it('knows anchors and merge keys', async () => {
    const { contract, problems } = await loadText(
      'merge.yaml',
      `${head}x-base: &base { a: 1, b: 2 }\nx-more: { <<: *base, b: 3 }\n`,
    );
    expect(problems).toEqual([]);
    expect(contract?.document['x-more']).toEqual({ a: 1, b: 3 });
  });

  it('tells every key that stands twice, and takes the last value', async () => {
    const loaded = await loadText('twice.yaml', `${head}x-a: 1\nx-a: 2\nx-b: { c: 1, "c": 2 }\n`);
    expect(told(loaded)).toEqual([
      '5:1 the key "x-a" stands twice in this mapping: the last one counts, remove or rename one',
      '6:15 the key "c" stands twice in this mapping: the last one counts, remove or rename one',
    ]);
    expect(loaded.contract?.document['x-a']).toBe(2);
  });

  it('with an alias inside what it names is refused, since it has no end', async () => {
    expect(told(await loadText('endless.yaml', `${head}x-a: &a { b: *a }\n`))).toEqual([
      '4:14 this is not YAML: the alias "a" stands inside what it names',
    ]);
  });
});
