import { findNode, type Node } from '../../../contract/document/find-node.ts';
import type { Contract } from '../../../contract/types.ts';
import type { FormOf } from '../schema/form.ts';
import { createFormOf } from '../schema/form-of.ts';

/** One of the two contracts, and how to find things in it. */
export interface Side {
  readonly name: 'old' | 'new';
  readonly contract: Contract;
  readonly formOf: FormOf;
  /** What stands at the steps, seen from a pointer. Undefined: nothing. */
  find(from: string, ...steps: readonly (string | number)[]): Node | undefined;
}

export function createSide(name: 'old' | 'new', contract: Contract): Side {
  const find: Side['find'] = (from, ...steps) => findNode(contract.document, from, ...steps);
  return { name, contract, formOf: createFormOf(contract), find };
}
