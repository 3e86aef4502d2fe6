import type { Contract } from '../../contract/types.ts';
import type { Evidence } from '../../evidence/types.ts';
import type { Subject } from './subject.ts';

/**
 * Advice when nothing passed and every answer was 404: something listens, but the API is not where it was looked for.
 * Undefined when there is no such advice.
 */
export async function wrongPlace(
  { summary, checks }: Evidence,
  { target }: Subject,
  contracts: readonly Contract[],
): Promise<string | undefined> {
  if (summary.passed > 0) return undefined;
  const asked = new Set<string>();
  for await (const { exchanges } of checks()) {
    for (const { operation, response } of exchanges) {
      if (response !== undefined && response.status !== 404) return undefined;
      if (response !== undefined) asked.add(operation);
    }
  }
  const bases = contracts
    .filter(({ id }) => [...asked].some((operation) => operation.startsWith(`${id}.`)))
    .map(({ id }) => `${id}=${target.baseUrl(id)?.replace(/\/\/[^/@]*@/, '//')}`);
  if (bases.length === 0) return undefined;
  return `Every answer was 404. Is this where the API is? --target ${bases.join(' --target ')}`;
}
