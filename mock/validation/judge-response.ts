import { judgeBody } from '../../src/contract/body/judge-body.ts';
import { parseMediaType } from '../../src/contract/document/media-types.ts';
import { assumedContent } from '../../src/contract/normalise/swagger-2/response.ts';
import type { RawResponse, Response, Violation } from '../../src/contract/types.ts';
import { maxDepth, validateResponse } from '../../src/contract/validate-response.ts';
import type { MockViolation } from '../exchange.ts';
import type { Checked, Routed } from '../types.ts';
import { inPrismOrder, toMockViolations } from './violations.ts';

/** Holds a response against the contract: what it breaks, in the words of `sl-violations`. */
export function judgeResponse({ routed }: Checked, response: RawResponse): readonly MockViolation[] {
  const { violations, documented } = validateResponse(routed.site.contract, routed.operation, response);
  if (violations.length === 0) return none;
  // A body whose media type was only assumed cannot be missing.
  const assumed = documented?.extensions[assumedContent] === true;
  const isOfOtherType = violations.some(({ keyword }) => keyword === 'content-type');
  return [...violations, ...(isOfOtherType ? underFirstType(routed, documented, response) : [])]
    .filter(({ keyword }) => !(assumed && keyword === 'missing-body'))
    .sort(inPrismOrder)
    .flatMap((violation) => toMockViolations(violation, 'Response'));
}

const none: readonly MockViolation[] = [];

/** As with Prism, a body of an undocumented media type is held against the first documented one all the same. */
function underFirstType(
  { site }: Routed,
  documented: Response | undefined,
  { headers, body, value }: RawResponse,
): readonly Violation[] {
  const [first] = documented?.content.values() ?? [];
  const sent = parseMediaType(headers['content-type']);
  if (first === undefined || sent === undefined || body === undefined) return [];
  const options = { strict: false, maxDepth, direction: 'response', value } as const;
  return judgeBody(site.contract, body, sent, first, options).violations;
}
