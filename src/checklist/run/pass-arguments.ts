import type { Json } from '../../contract/json.ts';
import type { Scope, Values } from '../expressions/types.ts';
import type { Argument } from '../types.ts';
import { noValue } from './run-operation.ts';

/** The values that parameters pass to a workflow as its inputs, or why they cannot be passed. */
export function passArguments(
  parameters: readonly Argument[],
  scope: Scope,
): { readonly values: Values } | { readonly failure: string } {
  const values: Record<string, Json> = {};
  const missing: string[] = [];
  for (const { name, fill } of parameters) {
    const value = fill(scope, missing);
    if (value !== undefined) values[name] = value;
  }
  return missing.length > 0 ? { failure: noValue(missing) } : { values };
}
