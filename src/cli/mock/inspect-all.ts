import type { Problem } from '../../contract/finding.ts';
import type { Contract } from '../../contract/types.ts';
import { ownDocument } from './own-documents.ts';

/** What loading leaves out for the sake of time, of all documents but those of this package: references to nothing, say. */
export async function inspectAll(contracts: readonly Contract[]): Promise<readonly Problem[]> {
  const others = contracts.filter(({ id, source }) => source !== ownDocument(id));
  if (others.length === 0) return [];
  const { inspect } = await import('../../contract/inspect.ts');
  return (await Promise.all(others.map(inspect))).flat();
}
