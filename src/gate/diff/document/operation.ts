import type { RawChange } from '../types.ts';
import type { Comparison, OperationPair } from './comparison.ts';
import { compareLifeCycle } from './life-cycle.ts';
import { compareParameters } from './parameters.ts';
import { compareRequestBody } from './request-body.ts';
import { compareResponses } from './responses.ts';
import { compareSecurity } from './security.ts';
import { compareSentParameters } from './sent-parameters.ts';
import { compareOwnServers } from './servers.ts';

/** Everything that changed in one operation. */
export function compareOperation(pair: OperationPair, comparison: Comparison): readonly RawChange[] {
  const changes = [
    ...compareOwnServers(pair, comparison),
    ...compareSecurity(pair, comparison),
    ...(pair.reversed ? compareSentParameters(pair, comparison) : compareParameters(pair, comparison)),
    ...compareRequestBody(pair, comparison),
    ...compareResponses(pair, comparison),
  ];
  return [
    ...compareLifeCycle(pair, comparison),
    ...(pair.unpromised ? changes.map((change) => ({ ...change, unpromised: true }) as const) : changes),
  ];
}
