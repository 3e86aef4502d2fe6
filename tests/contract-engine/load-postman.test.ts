import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import type { Contract, Operation } from '../../src/contract/types.ts';

let contract: Contract;
beforeAll(async () => {
  const loaded = await loadContract('fixtures/documents/postman-shop.json');
  expect(loaded.problems).toEqual([]);
  if (!loaded.contract) throw new Error('no contract');
  contract = loaded.contract;
});

function operation(id: string): Operation {
  const found = contract.operation(id);
  if (!found) throw new Error(`no operation ${id}`);
  return found;
}

describe('a Postman collection', () => {
  it('is a contract whose operations are its requests, in folders too', () => {
    expect(contract).toMatchObject({ format: 'postman', title: 'Shop', id: 'postman-shop' });
    expect(contract.operations.map(({ id }) => id)).toEqual([
      'GET /orders/{id}',
      'POST /orders',
      'POST /sign-in/{realm}',
      'PURGE /cache',
    ]);
    expect(operation('GET /orders/{id}')).toMatchObject({ summary: 'Get an order', tags: ['Orders'] });
  });

  it('resolves variables, also in each other, and finds the servers', () => {
    expect(operation('GET /orders/{id}').servers).toEqual(['https://shop.example/v1']);
    expect(operation('POST /sign-in/{realm}').servers).toEqual(['https://login.example:8443']);
    expect(contract.servers).toEqual(['https://shop.example/v1', 'https://login.example:8443']);
  });

  it('takes what a request sends for required, what is switched off for optional', () => {
    const parameters = operation('GET /orders/{id}').parameters;
    expect(parameters.map(({ name, in: place, required }) => [place, name, required])).toEqual([
      ['path', 'id', true],
      ['query', 'expand', true],
      ['query', 'page', false],
      ['header', 'X-Tenant', true],
      ['header', 'X-Debug', false],
    ]);
    expect(parameters[0]?.example).toBe('17');
  });

  it('makes named examples of saved responses, and infers the schema', () => {
    const responses = operation('GET /orders/{id}').responses;
    const ok = responses.get('200');
    const json = ok?.content.get('application/json');
    expect([...(json?.examples.keys() ?? [])]).toEqual(['found', 'empty']);
    expect(json?.examples.get('empty')?.value).toEqual({ id: 18, items: [] });
    expect(json?.schema).toEqual({
      anyOf: [
        {
          type: 'object',
          properties: {
            id: { type: 'integer' },
            items: {
              type: 'array',
              items: { type: 'object', properties: { name: { type: 'string' }, price: { type: 'number' } } },
            },
            note: {},
          },
        },
        { type: 'object', properties: { id: { type: 'integer' }, items: { type: 'array' } } },
      ],
    });
    expect(ok?.headers.get('x-request-id')?.example).toBe('abc');
    expect(responses.get('404')).toMatchObject({ description: 'Not Found' });
    expect(responses.get('404')?.content.size).toBe(0);
  });

  it('makes one operation of two requests with the same method and path', () => {
    const body = operation('POST /orders').requestBody?.content.get('application/json');
    expect(body?.schema).toEqual({
      anyOf: [
        { type: 'object', properties: { item: { type: 'string' } } },
        { type: 'object', properties: { item: { type: 'integer' } } },
      ],
    });
    expect([...(body?.examples.values() ?? [])].map(({ value }) => value)).toEqual([
      { item: 'pen' },
      { item: 3 },
    ]);
  });

  it('reads forms without the fields that are switched off', () => {
    const form = operation('POST /sign-in/{realm}').requestBody?.content.get(
      'application/x-www-form-urlencoded',
    );
    expect(form?.schema).toEqual({ type: 'object', properties: { login: { type: 'string' } } });
    expect(form?.example).toEqual({ login: 'ann' });
  });

  it('inherits who may call from folders, unless a request says otherwise', () => {
    expect(operation('GET /orders/{id}').security).toEqual([
      [{ scheme: { id: 'bearer', type: 'http', scheme: 'bearer' }, scopes: [] }],
    ]);
    expect(operation('POST /orders').security).toEqual([]);
    expect(operation('POST /sign-in/{realm}').security).toMatchObject([
      [{ scheme: { type: 'apiKey', name: 'X-Key', in: 'header' } }],
    ]);
  });

  it('of format 2.0, with texts where 2.1 has lists, reads the same', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'postman-'));
    const file = join(folder, 'old.json');
    const request = {
      method: 'GET',
      header: 'X-Tenant: t1\nContent-Type: application/json',
      auth: { type: 'apikey', apikey: { key: 'k', in: 'query' } },
      url: 'http://old.example/users/:name?limit=1',
    };
    await writeFile(file, JSON.stringify({ info: { name: 'Old' }, item: [{ name: 'u', request }] }));
    const { contract: old } = await loadContract(file);
    await rm(folder, { recursive: true });
    const get = old?.operation('GET /users/{name}');
    expect(get?.parameters.map(({ name }) => name)).toEqual(['name', 'limit', 'X-Tenant']);
    expect(get?.security).toMatchObject([[{ scheme: { type: 'apiKey', name: 'k', in: 'query' } }]]);
    expect(get?.servers).toEqual(['http://old.example']);
  });
});
