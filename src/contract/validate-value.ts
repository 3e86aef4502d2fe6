import { memberAt, parsePointer } from './document/pointer.ts';
import { type CompileOptions, compileSchema } from './schema/compile.ts';
import type { Mismatch } from './schema/mismatch.ts';
import type { Contract, Schema, Violation } from './types.ts';

export interface ValueOptions extends CompileOptions {
  /** Which part of a message the value is; `body` unless said. */
  readonly in?: Violation['in'];
  /** Steps in front of every path: the name of a parameter or header. */
  readonly path?: readonly (string | number)[];
}

/**
 * Judges a value by a schema of the contract. JSON values are judged as they are, nothing is coerced.
 * No violation means it matches. At most 64 are told.
 */
export function validateValue(
  contract: Contract,
  schema: Schema,
  value: unknown,
  options: ValueOptions = {},
): readonly Violation[] {
  const mismatches = compileSchema(contract, schema, options)(value, '');
  if (mismatches.length === 0) return none;
  return mismatches.map((mismatch) => toViolation(mismatch, value, options));
}

const none: readonly Violation[] = [];

function toViolation(mismatch: Mismatch, value: unknown, options: ValueOptions): Violation {
  const { steps, input } = follow(value, parsePointer(mismatch.instancePath));
  return {
    in: options.in ?? 'body',
    path: [...(options.path ?? []), ...steps],
    keyword: mismatch.keyword,
    params: mismatch.params,
    message: mismatch.message,
    input,
    severity: 'error',
  };
}

/** Walks into the value: steps into arrays become numbers, and at the end stands the offending value. */
function follow(value: unknown, pointer: readonly string[]): { steps: (string | number)[]; input: unknown } {
  const steps: (string | number)[] = [];
  let input = value;
  for (const step of pointer) {
    steps.push(Array.isArray(input) ? Number(step) : step);
    input = memberAt(input, step);
  }
  return { steps, input };
}
