import type { RawResponse } from '../../src/contract/types.ts';
import { validateResponse } from '../../src/contract/validate-response.ts';
import type { Checked, MockViolation } from '../types.ts';
import { toMockViolations } from '../violations.ts';

/** Holds a response against the contract: what it breaks, in the words of `sl-violations`. */
export function judgeResponse({ routed }: Checked, response: RawResponse): readonly MockViolation[] {
  const { violations } = validateResponse(routed.site.contract, routed.operation, response);
  return violations.length === 0
    ? none
    : violations.flatMap((violation) => toMockViolations(violation, 'Response'));
}

const none: readonly MockViolation[] = [];
