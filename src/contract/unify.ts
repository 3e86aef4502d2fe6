import { object } from './document/members.ts';
import type { JsonObject } from './json.ts';
import type { Contract } from './types.ts';
import { createComponents } from './unify/components.ts';
import { unifyPaths } from './unify/paths.ts';
import type { Source } from './unify/source.ts';

/**
 * One OpenAPI 3.1 document of many contracts: each under its own prefix `/{contract id}`, as they stand on one port.
 * Paths, operationIds, tags and component names begin with the contract's id, so nothing clashes; what several take
 * from one file is there once. Only components that are used come along. Where statements come from (`x-source`,
 * `x-errata`) is left to the contracts themselves.
 */
export function unify(contracts: readonly Pick<Contract, 'id' | 'title' | 'document'>[]): JsonObject {
  const components = createComponents();
  const paths = contracts.flatMap((contract) => unifyPaths(contract, components));
  return {
    openapi: '3.1.1',
    info: {
      title: contracts.map(({ title }) => title).join(', '),
      version: '1.0.0',
      description: 'All contracts in one document, each under a prefix of its own.',
      ...shared(contracts, 'license'),
    },
    servers: [{ url: 'http://localhost:8000', description: 'All contracts on one port.' }],
    tags: contracts.map((contract) => ({ name: contract.id, ...descriptionOf(contract) })),
    paths: Object.fromEntries(paths),
    ...components.collected(),
  };
}

/** A member of `info` that all contracts have alike. */
function shared(contracts: readonly Source[], member: string): JsonObject {
  const values = contracts.map(({ document }) => object(document.info)[member]);
  const [first] = values;
  const same = values.every((value) => JSON.stringify(value) === JSON.stringify(first));
  return first !== undefined && same ? { [member]: first } : {};
}

function descriptionOf({ document }: Source): JsonObject {
  const { description } = object(document.info);
  return typeof description === 'string' ? { description } : {};
}
