import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/contract/json.ts';
import { loadContract } from '../../src/contract/load.ts';
import { printUnified } from '../../src/contract/unify/print.ts';
import { unify } from '../../src/contract/unify.ts';

/** `common` is no contract, `control` none of the product's, `openapi` what is being made. */
const notUnified = new Set(['common.yaml', 'control.yaml', 'openapi.yaml']);

async function productContracts() {
  const files = readdirSync('spec').filter((name) => name.endsWith('.yaml') && !notUnified.has(name));
  const loaded = await Promise.all(files.sort().map((file) => loadContract(`spec/${file}`)));
  return loaded.flatMap(({ contract }) => contract ?? []);
}

const source = (id: string, document: JsonObject) => ({ id, title: id, document });

const user = (type: string) => ({ components: { schemas: { User: { type } } } });

const reading = {
  get: { operationId: 'read', responses: { default: { $ref: '#/components/responses/Found' } } },
};

describe('the common document', () => {
  it('is committed as the contracts make it', async () => {
    const fresh = await printUnified(unify(await productContracts()));
    expect(readFileSync('spec/openapi.yaml', 'utf8')).toBe(fresh);
  });

  it('is sound and has every operation of every contract, under names of their own', async () => {
    const contracts = await productContracts();
    const { contract, problems } = await loadContract('spec/openapi.yaml');
    const ids = contracts.flatMap(({ id, operations }) =>
      operations.map((operation) => `${id}.${operation.id}`),
    );
    expect(problems).toEqual([]);
    expect(contracts).toHaveLength(7);
    expect(contract?.operations.map(({ id }) => id)).toEqual(ids);
  });
});

describe('unifying', () => {
  it('keeps components of one name apart and follows references to them', () => {
    const document = (type: string) => ({
      paths: { '/users': reading },
      components: {
        responses: {
          Found: { content: { 'application/json': { schema: { $ref: '#/components/schemas/User' } } } },
        },
        ...user(type).components,
      },
    });
    const { components, paths } = unify([source('a', document('object')), source('b', document('string'))]);
    expect(components).toMatchObject({
      responses: {
        'b.Found': { content: { 'application/json': { schema: { $ref: '#/components/schemas/b.User' } } } },
      },
      schemas: { 'a.User': { type: 'object' }, 'b.User': { type: 'string' } },
    });
    expect(paths).toMatchObject({
      '/a/users': { get: { responses: { default: { $ref: '#/components/responses/a.Found' } } } },
    });
  });

  it('takes a component that several contracts share along once, and none that is not used', () => {
    const document = {
      paths: {
        '/': { get: { responses: { 200: { $ref: '#/x-bundled/common.yaml/components/responses/Ok' } } } },
      },
      'x-bundled': { 'common.yaml': { components: { responses: { Ok: { description: 'Ok' }, Other: {} } } } },
    };
    const { components, paths } = unify([source('a', document), source('b', document)]);
    expect(components).toEqual({ responses: { 'common.Ok': { description: 'Ok' } } });
    expect(Object.keys(paths ?? {})).toEqual(['/a', '/b']);
  });

  it('gives operations the security of their own document', () => {
    const document = {
      security: [{ token: [] }],
      paths: { '/open': { get: { security: [], responses: {} } }, '/closed': { get: { responses: {} } } },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    };
    const { paths } = unify([source('a', document)]);
    expect(paths).toMatchObject({
      '/a/open': { get: { security: [] } },
      '/a/closed': { get: { security: [{ 'a.token': [] }] } },
    });
  });

  it('leaves data alone and reads names as names', () => {
    const document = {
      paths: { '/': { post: { requestBody: { $ref: '#/components/requestBodies/Any' }, responses: {} } } },
      components: {
        requestBodies: {
          Any: {
            content: {
              'application/json': {
                schema: { properties: { value: { $ref: '#/components/schemas/User' } } },
                example: { $ref: '#/components/schemas/User', operationId: 'x' },
              },
            },
          },
        },
        ...user('object').components,
      },
    };
    expect(unify([source('a', document)]).components).toMatchObject({
      requestBodies: {
        'a.Any': {
          content: {
            'application/json': {
              schema: { properties: { value: { $ref: '#/components/schemas/a.User' } } },
              example: { $ref: '#/components/schemas/User', operationId: 'x' },
            },
          },
        },
      },
    });
  });

  it('survives schemas that refer to themselves', () => {
    const node = { properties: { next: { $ref: '#/components/schemas/Node' } } };
    const schema = { $ref: '#/components/schemas/Node' };
    const document = {
      paths: { '/': { get: { responses: { 200: { content: { 'application/json': { schema } } } } } } },
      components: { schemas: { Node: node } },
    };
    const next = { $ref: '#/components/schemas/a.Node' };
    expect(unify([source('a', document)]).components).toEqual({
      schemas: { 'a.Node': { properties: { next } } },
    });
  });

  it('takes path items and schemas from files of their own', () => {
    const schema = { $ref: '#/x-bundled/schemas~1user.yaml' };
    const responses = { 200: { content: { 'application/json': { schema } } } };
    const document = {
      security: [{ token: [] }],
      paths: { '/users': { $ref: '#/x-bundled/paths~1users.yaml' } },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      'x-bundled': { 'paths/users.yaml': { get: { responses } }, 'schemas/user.yaml': { type: 'object' } },
    };
    expect(unify([source('a', document)])).toMatchObject({
      paths: { '/a/users': { get: { security: [{ 'a.token': [] }], responses } } },
      'x-bundled': { 'schemas/user.yaml': { type: 'object' } },
    });
  });
});
