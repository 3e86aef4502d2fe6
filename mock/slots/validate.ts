import type { RequestBody, Violation } from '../../src/contract/types.ts';
import { validateRequest } from '../../src/contract/validate-request.ts';
import type { MockViolation } from '../exchange.ts';
import type { Routed, Validation } from '../types.ts';
import { compatible } from '../validation/compatible-request.ts';
import { unreadableBody } from '../validation/unreadable-body.ts';
import { inPrismOrder, toMockViolations } from '../validation/violations.ts';

/** Whether parameters and body are what the operation documents. */
export function validate({ site, operation, request, pathParameters, incoming }: Routed): Validation {
  const { violations, request: parsed } = validateRequest(
    site.contract,
    operation,
    compatible(operation, request),
    pathParameters,
  );
  if (!incoming.settings.validate) return { violations: none, unsupportedMediaType: false, parsed };
  const unreadable = unreadableBody(operation.requestBody, request, violations);
  const told = unreadable.length === 0 ? violations : violations.filter((violation) => !isOfBody(violation));
  const found = [
    ...unreadable,
    ...[...told]
      .sort(inPrismOrder)
      .flatMap((violation) => withSupported(toMockViolations(violation, 'Request'), operation.requestBody)),
  ];
  return found.length === 0
    ? { violations: none, unsupportedMediaType: false, parsed }
    : { violations: found, unsupportedMediaType: found.some(({ code }) => code === 415), parsed };
}

const none: readonly MockViolation[] = [];

function isOfBody({ in: place }: Violation): boolean {
  return place === 'body' || place === 'content-type';
}

function withSupported(
  found: readonly MockViolation[],
  documented: RequestBody | undefined,
): readonly MockViolation[] {
  const supported = [...(documented?.content.keys() ?? [])].join(',');
  return found.map((violation) =>
    violation.code === 415 ? { ...violation, message: violation.message + supported } : violation,
  );
}
