import type { MediaType, Operation } from '../../src/contract/types.ts';
import { refuse } from '../problem.ts';
import type { Refusal, Routed } from '../types.ts';
import { examplesOf } from './examples.ts';

/** The statuses that `Prefer: code` can ask for, in words. */
export function statusesOf({ responses }: Pick<Operation, 'responses'>): string {
  return `documented are ${[...responses.keys()].join(', ') || 'none'}`;
}

/** The refusal of an example that a media type does not have, with those that there are. */
export function noExample(routed: Routed, { name }: MediaType, example: string | undefined): Refusal {
  const detail = `Response for contentType: ${name} and exampleKey: ${example} does not exist.`;
  return refuse('NOT_FOUND', detail, { hint: exampleNamesOf(routed) });
}

/** The examples that `Prefer: example` can ask for, by status, in words. */
function exampleNamesOf({ site, operation }: Routed): string {
  const told = [...operation.responses.values()].flatMap(({ status, content }) => {
    const names = [...content.values()].flatMap((media) => [
      ...examplesOf(site.contract, media).map(({ name }) => name),
      ...media.examples.keys(),
    ]);
    return names.length === 0 ? [] : [`${[...new Set(names)].join(', ')} (code=${status})`];
  });
  return told.length === 0 ? 'the operation has no examples' : `the examples are ${told.join('; ')}`;
}
