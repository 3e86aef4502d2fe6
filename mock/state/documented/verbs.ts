import type { Contract, Operation } from '../../../src/contract/types.ts';
import { showsThing } from './home.ts';
import { findThing, successContent } from './shapes.ts';
import type { Resource } from './types.ts';

/** What is done to a thing and answers it (`POST /orders/{id}/cancel`), each with the resource whose thing it changes. */
export function verbsIn(
  contract: Contract,
  resources: readonly Resource[],
): readonly (readonly [Operation, Resource])[] {
  const byItem = new Map(resources.map((resource) => [`${resource.path}/{${resource.parameter}}`, resource]));
  return contract.operations.flatMap((operation): [Operation, Resource][] => {
    const [, item = ''] = /^(.+\})\/[^{}/]+\/?$/.exec(operation.path) ?? [];
    const resource = byItem.get(item);
    const schema = successContent(operation)?.schema;
    if (resource === undefined || schema === undefined || !methods.has(operation.method)) return [];
    const place = findThing(contract, schema, resource.idNames);
    return place !== undefined && showsThing(contract, resource, place) ? [[operation, resource]] : [];
  });
}

const methods: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);
