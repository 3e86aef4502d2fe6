import { describe, expect, it } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import type { Contract } from '../../src/contract/types.ts';

const documents = 'fixtures/documents';

async function load(file: string): Promise<Contract> {
  const { contract, problems } = await loadContract(`${documents}/${file}`);
  expect(problems).toEqual([]);
  if (!contract) throw new Error(`${file} gave no contract`);
  return contract;
}

describe('a document in several files', () => {
  it('is one contract that knows all its files, the root first', async () => {
    const contract = await load('several-files/shop.yaml');
    expect(contract.id).toBe('shop');
    expect(contract.files[0]).toBe(`${documents}/several-files/shop.yaml`);
    expect([...contract.files].sort()).toEqual([
      `${documents}/several-files/paths/order.yaml`,
      `${documents}/several-files/shared.yaml`,
      `${documents}/several-files/shop.yaml`,
    ]);
  });

  it('has the operations of a path item that stands in another file', async () => {
    const contract = await load('several-files/shop.yaml');
    const getOrder = contract.operation('getOrder');
    expect(getOrder).toMatchObject({ method: 'GET', path: '/orders/{id}' });
    expect(getOrder?.parameters).toMatchObject([{ name: 'id', in: 'path', required: true, style: 'simple' }]);
    expect(getOrder?.responses.get('404')?.headers.get('x-request-id')).toMatchObject({
      name: 'X-Request-ID',
      required: true,
    });
  });

  it('resolves request bodies, responses and examples from other files', async () => {
    const create = (await load('several-files/shop.yaml')).operation('createOrder');
    expect(create?.requestBody?.required).toBe(true);
    expect([...(create?.responses.keys() ?? [])]).toEqual(['201', '4XX']);
    const created = create?.responses.get('201')?.content.get('application/json');
    expect(created?.examples.get('first')).toEqual({ summary: 'The first order', value: { id: 1 } });
  });

  it('keeps circles across files as references that lead somewhere', async () => {
    const contract = await load('several-files/shop.yaml');
    const schema = contract
      .operation('getOrder')
      ?.responses.get('200')
      ?.content.get('application/json')?.schema;
    expect(schema).toEqual({ $ref: '#/x-bundled/shared.yaml/components/schemas/Order' });
    const order = contract.schemaAt('#/x-bundled/shared.yaml/components/schemas/Order');
    expect(order).toMatchObject({
      properties: {
        customer: { $ref: '#/components/schemas/Customer' },
        follows: { $ref: '#/x-bundled/shared.yaml/components/schemas/Order' },
      },
    });
    expect(contract.schemaAt('#/components/schemas/Customer')).toMatchObject({ type: 'object' });
  });

  it('says which file a pointer of the bundled document comes from', async () => {
    const contract = await load('several-files/shop.yaml');
    expect(contract.origin('/x-bundled/paths~1order.yaml/get')).toEqual({
      file: `${documents}/several-files/paths/order.yaml`,
      pointer: '/get',
    });
    expect(contract.origin('/paths')).toEqual({ file: contract.source, pointer: '/paths' });
  });

  it('substitutes server variables by their defaults', async () => {
    const contract = await load('several-files/shop.yaml');
    expect(contract.servers).toEqual(['https://eu.shop.example/v1']);
    expect(contract.operation('createOrder')?.servers).toEqual(contract.servers);
  });
});

describe('a circular document', () => {
  it('loads, and references that only lead to themselves lead nowhere', async () => {
    const { contract } = await loadContract(`${documents}/circular.yaml`);
    expect(contract?.operation('listNodes')?.responses.get('400')).toMatchObject({
      status: '400',
      description: '',
    });
    expect(contract?.schemaAt('#/components/schemas/Node')).toEqual({
      type: ['object', 'null'],
      properties: {
        parent: { $ref: '#/components/schemas/Node' },
        children: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
      },
    });
  });

  it('gives the same object for the same reference, in the document as well', async () => {
    const { contract } = await loadContract(`${documents}/circular.yaml`);
    const node = contract?.schemaAt('#/components/schemas/Node');
    expect(contract?.schemaAt('#/components/schemas/Node')).toBe(node);
    expect(contract?.document).toMatchObject({ components: { schemas: { Node: node } } });
  });
});

describe('the id of a contract', () => {
  it('is the file name without extension unless one is given', async () => {
    expect((await load('several-files/shop.yaml')).id).toBe('shop');
    const { contract } = await loadContract(`${documents}/circular.yaml`, { id: 'mine' });
    expect(contract?.id).toBe('mine');
  });
});
