import type { KindRow } from '../kinds.ts';

const writtenDown = { request: { level: 'warning' } } as const;

export const lists = {
  'max-items-set': { effect: 'narrower', title: 'a maximum number of items was set', ...writtenDown },
  'max-items-decreased': { effect: 'narrower', title: 'the maximum number of items was lowered' },
  'max-items-increased': { effect: 'wider', title: 'the maximum number of items was raised' },
  'max-items-unset': { effect: 'wider', title: 'the maximum number of items was lifted' },
  'min-items-set': { effect: 'narrower', title: 'a minimum number of items was set', ...writtenDown },
  'min-items-increased': { effect: 'narrower', title: 'the minimum number of items was raised' },
  'min-items-decreased': { effect: 'wider', title: 'the minimum number of items was lowered' },
  'min-items-unset': { effect: 'wider', title: 'the minimum number of items was lifted' },
  'unique-items-added': { effect: 'narrower', title: 'items must differ' },
  'unique-items-removed': { effect: 'wider', title: 'items may repeat' },
  // A tuple is read by its positions, as an object by its properties: one more surprises who reads, none who sends.
  'prefix-items-added': { effect: 'wider', title: 'the tuple has more positions' },
  'prefix-items-removed': {
    effect: 'narrower',
    title: 'the tuple has fewer positions',
    // Who reads that position no longer finds it.
    response: { level: 'warning' },
  },
  'contains-added': { effect: 'narrower', title: 'lists must contain certain items' },
  'contains-removed': { effect: 'wider', title: 'lists need no longer contain certain items' },
  'min-contains-increased': { effect: 'narrower', title: 'more items must match "contains"' },
  'min-contains-decreased': { effect: 'wider', title: 'fewer items must match "contains"' },
  'max-contains-increased': { effect: 'wider', title: 'more items may match "contains"' },
  'max-contains-decreased': { effect: 'narrower', title: 'fewer items may match "contains"' },
  'unevaluated-items-added': { effect: 'narrower', title: 'items beyond the described ones are limited' },
  'unevaluated-items-removed': { effect: 'wider', title: 'items beyond the described ones are free' },
} as const satisfies Record<string, KindRow>;
