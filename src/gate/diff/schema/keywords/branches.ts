import type { Schema } from '../../../../contract/types.ts';
import type { Change, Child } from '../change.ts';
import type { Group } from '../form.ts';
import { branchName } from '../match-branches.ts';

/** Two alternatives that became each other. */
export const branchChild = (old: Schema, fresh: Schema, keyword: string): Child => {
  const name = branchName(fresh) ?? branchName(old);
  return { old, new: fresh, step: name ? `${keyword}(${name})` : keyword, inPlace: true };
};

export const keywordOf = ({ kind }: Group): 'anyOf' | 'oneOf' => (kind === 'any-of' ? 'anyOf' : 'oneOf');

export function valuesOf(branch: Schema): string {
  const name = branchName(branch);
  return name ? `values of the alternative ${name}` : 'values of an alternative';
}

/** What fits an alternative of a `oneOf` and another one, too, is refused. */
export function overlap(alternative: Schema, rival: Schema): Change {
  const name = branchName(rival);
  const values = `${valuesOf(alternative)} that fit ${name ? `the alternative ${name}` : 'another one'}, too,`;
  return { kind: 'one-of-overlap', keyword: 'oneOf', left: values };
}
