import type { Violation } from '../../src/contract/types.ts';
import { validateRequest } from '../../src/contract/validate-request.ts';
import type { MockViolation, Routed, Validation } from '../types.ts';
import { toMockViolation } from '../violations.ts';

/** Whether parameters and body are what the operation documents. */
export function validate({ site, operation, request, pathParameters, incoming }: Routed): Validation {
  const { violations, request: parsed } = validateRequest(site.contract, operation, request, pathParameters);
  if (!incoming.settings.validate) return { violations: [], unsupportedMediaType: false, parsed };
  const undeclared = undeclaredBody(operation.requestBody === undefined, request.body);
  if (violations.length === 0 && undeclared === undefined)
    return { violations: none, unsupportedMediaType: false, parsed };
  const worded =
    undeclared === undefined
      ? violations.map(worded415(operation))
      : [undeclared, ...violations.map(request422)];
  return { violations: worded, unsupportedMediaType: worded.some(({ code }) => code === 415), parsed };
}

const none: readonly MockViolation[] = [];

const request422 = (violation: Violation) => toMockViolation(violation, 'Request');

function worded415({ requestBody }: Routed['operation']): (violation: Violation) => MockViolation {
  return (violation) => {
    const worded = request422(violation);
    if (violation.keyword !== 'content-type') return worded;
    const supported = [...(requestBody?.content.keys() ?? [])].join(',');
    return { ...worded, message: `Supported content types: ${supported}` };
  };
}

/** A body nobody asked for is of no supported media type. */
function undeclaredBody(nobodyAsked: boolean, body: Uint8Array | undefined): MockViolation | undefined {
  if (!nobodyAsked || body === undefined || body.length === 0) return undefined;
  const message = 'No supported content types, but request included a non-empty body';
  return { location: [], severity: 'Error', code: 415, message };
}
