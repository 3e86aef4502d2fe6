import type { Json } from '../../contract/json.ts';
import type { Values } from '../expressions/types.ts';
import type { Workflow } from '../types.ts';

/** Values for a workflow's inputs, or the one sentence that says which is missing. */
export type Resolved = { readonly values: Values } | { readonly missing: string };

/**
 * The inputs of one run of a workflow: what the caller passes, else what the user gave, else a fresh value
 * (`x-fresh`), else the schema's default. A required input without any of these is missing.
 */
export function resolveInputs({ id, inputs }: Workflow, passed: Values, given: Values): Resolved {
  const values: Record<string, Json> = { ...passed };
  for (const { name, required, default: fallback, fresh } of inputs) {
    if (Object.hasOwn(values, name)) continue;
    const value = Object.hasOwn(given, name) ? given[name] : (fresh?.() ?? fallback);
    if (value !== undefined) values[name] = value;
    else if (required)
      return { missing: `workflow "${id}" needs the input "${name}": give it with --input ${name}=…` };
  }
  return { values };
}
