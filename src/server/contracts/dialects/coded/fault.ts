import type { Violation } from '../../../../contract/types.ts';
import { empty, missing, type Refusal, wrong } from './refusals.ts';

/**
 * The one fault of an invalid request that is told: missing fields before empty ones, those before the rest, among equals
 * the first in the document's table (erratum A2-13). Validation reports fields in that order already.
 */
export function faultOf(violations: readonly Violation[]): Refusal {
  const [first = wrong(null)] = violations.map(toRefusal).toSorted((one, other) => one.code - other.code);
  return first;
}

function toRefusal(violation: Violation): Refusal {
  const field = fieldOf(violation);
  if (violation.in !== 'body' || field === null) return wrong(null);
  if (violation.keyword === 'required') return missing(field);
  return isEmpty(violation.input) ? empty(field) : wrong(field);
}

function fieldOf({ keyword, params, path: [field] }: Violation): string | null {
  const member = field ?? (keyword === 'required' ? params.missingProperty : undefined);
  return typeof member === 'string' ? member : null;
}

/** A string without anything but white space; null and other types are values that are not allowed. */
function isEmpty(input: unknown): boolean {
  return typeof input === 'string' && input.trim() === '';
}
