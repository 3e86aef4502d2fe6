import type { RequestBody } from '../../src/contract/types.ts';
import { validateRequest } from '../../src/contract/validate-request.ts';
import type { MockViolation, Routed, Validation } from '../types.ts';
import { toMockViolations } from '../violations.ts';
import { reservedCharacters } from './reserved-characters.ts';

/** Whether parameters and body are what the operation documents. */
export function validate({ site, operation, request, pathParameters, incoming }: Routed): Validation {
  const { violations, request: parsed } = validateRequest(site.contract, operation, request, pathParameters);
  if (!incoming.settings.validate) return { violations: none, unsupportedMediaType: false, parsed };
  const found = [
    ...undeclaredBody(operation.requestBody, request.body),
    ...reservedCharacters(operation.requestBody, request),
    ...violations.flatMap((violation) =>
      withSupported(toMockViolations(violation, 'Request'), operation.requestBody),
    ),
  ];
  return found.length === 0
    ? { violations: none, unsupportedMediaType: false, parsed }
    : { violations: found, unsupportedMediaType: found.some(({ code }) => code === 415), parsed };
}

const none: readonly MockViolation[] = [];

function withSupported(
  found: readonly MockViolation[],
  documented: RequestBody | undefined,
): readonly MockViolation[] {
  const supported = [...(documented?.content.keys() ?? [])].join(',');
  return found.map((violation) =>
    violation.code === 415 ? { ...violation, message: violation.message + supported } : violation,
  );
}

/** A body nobody asked for is of no supported media type. */
function undeclaredBody(
  documented: RequestBody | undefined,
  body: Uint8Array | undefined,
): readonly MockViolation[] {
  if (documented !== undefined || body === undefined || body.length === 0) return none;
  const message = 'No supported content types, but request included a non-empty body';
  return [{ location: [], severity: 'Error', code: 415, message }];
}
