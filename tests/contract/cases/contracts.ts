import { readdirSync } from 'node:fs';
import { loadContract } from '../../../src/contract/load.ts';
import { createRouter, type Router } from '../../../src/contract/router.ts';
import type { Contract, Operation, RouteResult } from '../../../src/contract/types.ts';
import type { RawHttp } from '../../support/raw-http.ts';

/** Documents that describe no service of their own: shared pieces, all in one, what only a mock or a test server has. */
const others = new Set(['common.yaml', 'openapi.yaml', 'control.yaml']);

/** A contract and the router over it. */
export interface Routed {
  readonly contract: Contract;
  readonly route: Router;
}

/** Every contract, by its documents. */
export const contracts: readonly Routed[] = await Promise.all(
  readdirSync('spec')
    .filter((name) => name.endsWith('.yaml') && !others.has(name))
    .map(async (name) => {
      const { contract } = await loadContract(`spec/${name}`);
      if (contract === undefined) throw new Error(`${name} cannot be read`);
      return { contract, route: createRouter(contract) };
    }),
);

/** Which operation a request target is for, by the contract's document. */
export function routeOf(
  { contract, route }: Routed,
  { method, target }: Pick<RawHttp, 'method' | 'target'>,
): RouteResult {
  const mark = target.indexOf('?');
  const path = (mark < 0 ? target : target.slice(0, mark)).slice(contract.id.length + 1);
  const result = route(method, path || '/');
  // A slash at the end makes no difference.
  return result.kind === 'no-path'
    ? route(method, path.endsWith('/') ? path.slice(0, -1) : `${path}/`)
    : result;
}

export function operationOf(
  routed: Routed,
  request: Pick<RawHttp, 'method' | 'target'>,
): Operation | undefined {
  const result = routeOf(routed, request);
  return result.kind === 'found' ? result.operation : undefined;
}
