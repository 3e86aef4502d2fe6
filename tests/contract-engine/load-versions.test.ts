import { describe, expect, it } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';

describe('an OpenAPI 3.2 document', () => {
  const load = () => loadContract('fixtures/documents/openapi-3.2.yaml');

  it('has QUERY and any other method', async () => {
    const { contract, problems } = await load();
    expect(problems).toEqual([]);
    expect(contract?.operations.map(({ id, method, pointer }) => [id, method, pointer])).toEqual([
      ['search', 'QUERY', '/paths/~1search/query'],
      ['searchByQuery', 'GET', '/paths/~1search/get'],
      ['copySearch', 'COPY', '/paths/~1search/additionalOperations/COPY'],
    ]);
  });

  it('describes the whole query string as one value', async () => {
    const { contract } = await load();
    const [filter] = contract?.operation('searchByQuery')?.parameters ?? [];
    expect(filter).toMatchObject({ name: 'filter', in: 'querystring' });
    expect(filter?.content?.get('application/x-www-form-urlencoded')?.schema).toMatchObject({
      type: 'object',
    });
  });

  it('describes the items of a stream, in shared media types too', async () => {
    const { contract } = await load();
    const hits = contract?.operation('search')?.responses.get('200')?.content.get('application/jsonl');
    expect(hits?.itemSchema).toEqual({ $ref: '#/components/schemas/Hit' });
  });

  it('may refer to itself by its own name', async () => {
    const { contract } = await load();
    const json = contract?.operation('searchByQuery')?.responses.get('200')?.content.get('application/json');
    expect(json?.schema).toEqual({ $ref: '#/components/schemas/Hit' });
  });

  it('gives examples as data or as they go over the wire', async () => {
    const { contract } = await load();
    const json = contract?.operation('searchByQuery')?.responses.get('200')?.content.get('application/json');
    expect(json?.examples.get('first')?.value).toEqual({ id: 1 });
    expect(json?.examples.get('wire')?.value).toEqual({ id: 2 });
  });
});

describe('schemas with names of their own', () => {
  it('are found by $id and $anchor, and references inside them start from them', async () => {
    const { contract } = await loadContract('fixtures/documents/named-schemas.yaml');
    expect(contract?.schemaAt('#/components/schemas/Tree')).toEqual({
      type: 'object',
      properties: {
        leaf: { $ref: '#/components/schemas/Tree/$defs/Leaf' },
        branch: { $ref: '#/components/schemas/Tree/$defs/Branch' },
        whole: { $ref: '#/components/schemas/Tree' },
      },
      $defs: { Leaf: { type: 'string' }, Branch: { type: 'array' } },
    });
    expect(contract?.schemaAt('#/components/schemas/User')).toMatchObject({
      properties: {
        tree: { $ref: '#/components/schemas/Tree' },
        leaf: { $ref: '#/components/schemas/Tree/$defs/Leaf' },
        address: { $ref: '#/components/schemas/Address' },
      },
    });
  });

  it('keep dynamic references dynamic', async () => {
    const { contract } = await loadContract('fixtures/documents/named-schemas.yaml');
    expect(contract?.schemaAt('#/components/schemas/Page/properties/first')).toEqual({
      $dynamicRef: '#/components/schemas/Page/$defs/item',
    });
    expect(contract?.schemaAt('#/components/schemas/Page/$defs/item')).toEqual({
      $dynamicAnchor: 'item',
      not: {},
    });
  });

  it('are told when nothing has that name', async () => {
    const { problems } = await loadContract('fixtures/documents/named-schemas.yaml');
    expect(problems).toMatchObject([
      {
        position: { line: 22 },
        message: expect.stringContaining('"urn:example:gone" leads nowhere'),
      },
    ]);
  });
});
