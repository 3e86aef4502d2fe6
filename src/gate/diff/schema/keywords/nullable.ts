import type { Change, Pair } from '../change.ts';

/** Whether `null` is valid, where both say what else is. */
export function compareNullable({ old, new: fresh }: Pair): readonly Change[] {
  if (old.nullable === fresh.nullable || !saysTypes(old) || !saysTypes(fresh)) return [];
  const change = { keyword: 'type', before: words(old.nullable), after: words(fresh.nullable) };
  return fresh.nullable
    ? [{ ...change, kind: 'became-nullable', entered: 'nulls' }]
    : [{ ...change, kind: 'became-not-nullable', left: 'nulls' }];
}

const saysTypes = ({ types, groups }: Pair['old']): boolean => types !== undefined || groups.length > 0;

const words = (nullable: boolean): string => (nullable ? 'nullable' : 'not nullable');
