import { memo } from '../contract/memo.ts';
import type { Response, Violation } from '../contract/types.ts';
import { validateResponse } from '../contract/validate-response.ts';
import type { JudgedExchange } from './types.ts';

interface Validation {
  readonly violations: readonly Violation[];
  /** The documented response that applies to the status; undefined when there is none. */
  readonly documented: Response | undefined;
}

/** The contract's verdict on a response, worked out once for all checks that ask about the same exchange. */
export const validationOf = memo(
  ({ contract, operation, response }: JudgedExchange): Validation =>
    validateResponse(contract, operation, response, { refuseWriteOnly: true }),
);

/** Violations that break a promise; warnings (a deprecated header used, say) are no findings. */
export function errorsIn(exchange: JudgedExchange, place: Violation['in']): readonly Violation[] {
  return validationOf(exchange).violations.filter((it) => it.in === place && it.severity === 'error');
}
