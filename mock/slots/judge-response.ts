import { assumedContent } from '../../src/contract/normalise/swagger-2/response.ts';
import type { RawResponse } from '../../src/contract/types.ts';
import { validateResponse } from '../../src/contract/validate-response.ts';
import type { MockViolation } from '../exchange.ts';
import type { Checked } from '../types.ts';
import { inPrismOrder, toMockViolations } from '../violations.ts';

/** Holds a response against the contract: what it breaks, in the words of `sl-violations`. */
export function judgeResponse({ routed }: Checked, response: RawResponse): readonly MockViolation[] {
  const { violations, documented } = validateResponse(routed.site.contract, routed.operation, response);
  if (violations.length === 0) return none;
  // A body whose media type was only assumed cannot be missing.
  const assumed = documented?.extensions[assumedContent] === true;
  return violations
    .filter(({ keyword }) => !(assumed && keyword === 'missing-body'))
    .sort(inPrismOrder)
    .flatMap((violation) => toMockViolations(violation, 'Response'));
}

const none: readonly MockViolation[] = [];
