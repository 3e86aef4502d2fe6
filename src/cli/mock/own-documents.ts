import { glob } from 'node:fs/promises';
import { ownFile } from '../../node/own-file.ts';

/** Where a contract of this package has its document. */
export function ownDocument(id: string): string {
  return ownFile(`spec/${id}.yaml`);
}

/** Beside the contracts: what they share, all of them in one, and what a mock serves itself. */
const others = new Set(['common', 'openapi', 'control']);

/** The documents to serve when none is named: those that were found, else the ones that come with this package. */
export async function orOwnDocuments(found: readonly string[]): Promise<readonly string[]> {
  if (found.length > 0) return found.filter((file) => file !== ownDocument('control'));
  const names = await Array.fromAsync(glob('*.yaml', { cwd: ownFile('spec/') }));
  const ids = names.map((name) => name.replace(/\.yaml$/, '')).filter((id) => !others.has(id));
  return ids.sort().map(ownDocument);
}
