import { beforeAll, describe, expect, it } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import type { Contract, Operation } from '../../src/contract/types.ts';

let contract: Contract;
beforeAll(async () => {
  const loaded = await loadContract('fixtures/documents/swagger-2.yaml');
  expect(loaded.problems).toEqual([]);
  if (!loaded.contract) throw new Error('no contract');
  contract = loaded.contract;
});

function operation(id: string): Operation {
  const found = contract.operation(id);
  if (!found) throw new Error(`no operation ${id}`);
  return found;
}

describe('a Swagger 2.0 document', () => {
  it('names its format and gives a document in 3.1 shape', () => {
    expect(contract).toMatchObject({ format: '2.0', title: 'Every corner of Swagger 2.0', version: '1' });
    expect(contract.document).toMatchObject({ openapi: '3.1.0' });
  });

  it('makes servers of schemes, host and base path, an operation its own', () => {
    expect(contract.servers).toEqual(['https://api.example.com/v1', 'http://api.example.com/v1']);
    expect(operation('getPet').servers).toEqual(['https://api.example.com/v1']);
    expect(operation('putPet').servers).toEqual(contract.servers);
  });

  it('gives parameters a schema, and list formats a style', () => {
    const byName = new Map(operation('getPet').parameters.map((parameter) => [parameter.name, parameter]));
    expect(byName.get('id')).toMatchObject({ in: 'path', required: true, schema: { type: 'string' } });
    expect(byName.get('limit')?.schema).toEqual({ type: 'integer', exclusiveMinimum: 0 });
    expect(byName.get('tags')).toMatchObject({ style: 'form', explode: false });
    expect(byName.get('multi')).toMatchObject({ style: 'form', explode: true });
    expect(byName.get('piped')).toMatchObject({ style: 'pipeDelimited', explode: false });
    expect(byName.get('spaced')).toMatchObject({ style: 'spaceDelimited', explode: false });
    expect(byName.get('filled')?.schema).toEqual({ type: 'string', minLength: 1 });
  });

  it('makes a request body of a body parameter, for the media types that are no forms', () => {
    const body = operation('putPet').requestBody;
    expect(body?.required).toBe(true);
    expect([...(body?.content.keys() ?? [])]).toEqual(['application/json']);
    expect(body?.content.get('application/json')?.schema).toEqual({ $ref: '#/components/schemas/Pet' });
  });

  it('makes one object of all form fields', () => {
    const form = operation('uploadPhoto').requestBody?.content.get('multipart/form-data');
    expect(form?.schema).toEqual({
      type: 'object',
      required: ['photo'],
      properties: {
        photo: { type: 'string', format: 'binary', description: 'JPEG' },
        tags: { type: 'array', items: { type: 'string' } },
      },
    });
    expect(form?.encoding).toEqual({ tags: { style: 'form', explode: true } });
  });

  it('gives a response its content for every media type produced, with its example', () => {
    const response = operation('getPet').responses.get('200');
    expect([...(response?.content.keys() ?? [])]).toEqual(['application/json', 'application/xml']);
    expect(response?.content.get('application/json')?.example).toEqual({ name: 'Rex' });
    expect(response?.content.get('application/xml')?.example).toBeUndefined();
    expect(response?.headers.get('x-rate-limit')?.schema).toEqual({ type: 'integer' });
  });

  it('knows shared responses, files, and responses without a body', () => {
    const notFound = operation('getPet').responses.get('404');
    expect(notFound?.content.get('application/json')?.schema).toEqual({ $ref: '#/components/schemas/Error' });
    expect(operation('getPet').responses.get('304')?.content.size).toBe(0);
    const file = operation('putPet').responses.get('default')?.content.get('text/plain');
    expect(file?.schema).toEqual({ type: 'string', format: 'binary' });
  });

  it('keeps who may call: basic, keys, OAuth 2, nobody in particular', () => {
    expect(operation('getPet').security).toEqual([
      [{ scheme: { id: 'basic', type: 'http', scheme: 'basic' }, scopes: [] }],
    ]);
    expect(operation('putPet').security).toEqual([
      [
        { scheme: { id: 'oauth', type: 'oauth2' }, scopes: ['read'] },
        { scheme: { id: 'key', type: 'apiKey', in: 'query', name: 'key' }, scopes: [] },
      ],
      [],
    ]);
  });

  it('gives schemas their 2020-12 form', () => {
    expect(contract.schemaAt('#/components/schemas/Pet')).toEqual({
      type: 'object',
      discriminator: { propertyName: 'kind' },
      properties: {
        kind: { type: 'string' },
        name: { type: ['string', 'null'] },
        parent: { $ref: '#/components/schemas/Pet' },
        token: { type: 'string', format: 'byte', pattern: '^[\\w\\d+\\/=]*$' },
      },
    });
  });

  it('still finds what a reference in the old shape means', () => {
    expect(contract.schemaAt('#/definitions/Error')).toBe(contract.schemaAt('#/components/schemas/Error'));
  });
});
