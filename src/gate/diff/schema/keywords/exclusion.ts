import type { Change, CompareKeyword } from '../change.ts';

/** `not`: what it excludes more, is valid less. */
export const compareExclusion: CompareKeyword = ({ old, new: fresh, relate }): readonly Change[] => {
  const keyword = 'not';
  const values = 'values that "not" excludes';
  const [before] = old.excluded;
  const [after] = fresh.excluded;
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ kind: 'not-added', keyword, left: values }];
  if (after === undefined) return [{ kind: 'not-removed', keyword, entered: values }];
  const { narrower, wider, unknown } = relate(before, after);
  if (unknown) return [{ kind: 'not-undecided', keyword, note: 'what "not" excludes changed' }];
  if (narrower && wider) return [{ kind: 'not-changed', keyword, left: values, entered: values }];
  if (narrower) return [{ kind: 'not-removed', keyword, entered: values }];
  return wider ? [{ kind: 'not-added', keyword, left: values }] : [];
};
