import type { Json } from '../../contract/json.ts';
import type { Values } from '../expressions/types.ts';
import type { Input, Workflow } from '../types.ts';
import { coerce } from './coerce.ts';

/** Values for a workflow's inputs, or the one sentence that says why there are none. */
export type Resolved = { readonly values: Values } | { readonly failure: string };

/** Inputs the user gave, and how they are held against a schema. */
export interface Given {
  readonly values: Values;
  /** What keeps a value from being this input, or undefined. */
  judge(input: Input, value: Json): string | undefined;
}

/**
 * The inputs of one run of a workflow: what the caller passes, else what the user gave, else a fresh value
 * (`x-fresh`), else the schema's default. A required input without any of these is missing.
 */
export function resolveInputs({ inputs }: Workflow, passed: Values, given: Given): Resolved {
  const values: Record<string, Json> = { ...passed };
  for (const input of inputs) {
    const { name } = input;
    if (Object.hasOwn(values, name)) continue;
    const own = Object.hasOwn(given.values, name) ? given.values[name] : undefined;
    const value = own === undefined ? (input.fresh?.() ?? input.default) : coerce(input.schema, own);
    if (value === undefined && input.required) {
      return { failure: `the input "${name}" has no value: give it with --input ${name}=…` };
    }
    const mistake = own === undefined || value === undefined ? undefined : given.judge(input, value);
    if (mistake !== undefined) return { failure: mistake };
    if (value !== undefined) values[name] = value;
  }
  return { values };
}
