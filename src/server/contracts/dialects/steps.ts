import type { Violation } from '../../../contract/types.ts';

/** The way to what a violation is about: also to a member that JSON Schema tells of at the object around it. */
export function stepsTo({ keyword, params, path, input }: Violation): readonly (string | number)[] {
  const member = keyword === 'required' ? params.missingProperty : params.additionalProperty;
  // A parameter that is missing has no object around it: its name is in the path already.
  return typeof member === 'string' && input !== undefined ? [...path, member] : path;
}
