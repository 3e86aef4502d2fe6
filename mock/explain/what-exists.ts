import type { Operation } from '../../src/contract/types.ts';
import { examplesOf } from '../negotiation/examples.ts';
import type { Routed } from '../types.ts';

/** The statuses that `Prefer: code` can ask for, in words. */
export function statusesOf({ responses }: Pick<Operation, 'responses'>): string {
  return `documented are ${[...responses.keys()].join(', ') || 'none'}`;
}

/** The examples that `Prefer: example` can ask for, by status, in words. */
export function exampleNamesOf({ site, operation }: Routed): string {
  const told = [...operation.responses.values()].flatMap(({ status, content }) => {
    const names = [...content.values()].flatMap((media) => [
      ...examplesOf(site.contract, media).map(({ name }) => name),
      ...media.examples.keys(),
    ]);
    return names.length === 0 ? [] : [`${[...new Set(names)].join(', ')} (code=${status})`];
  });
  return told.length === 0 ? 'the operation has no examples' : `the examples are ${told.join('; ')}`;
}
