import { type KindRow, narrower, wider, writtenDown } from './row.ts';

export const lists = {
  'max-items-set': narrower('a maximum number of items was set', writtenDown),
  'max-items-decreased': narrower('the maximum number of items was lowered'),
  'max-items-increased': wider('the maximum number of items was raised'),
  'max-items-unset': wider('the maximum number of items was lifted'),
  'min-items-set': narrower('a minimum number of items was set', writtenDown),
  'min-items-increased': narrower('the minimum number of items was raised'),
  'min-items-decreased': wider('the minimum number of items was lowered'),
  'min-items-unset': wider('the minimum number of items was lifted'),
  'unique-items-added': narrower('items must differ'),
  'unique-items-removed': wider('items may repeat'),
  // A tuple is read by its positions, as an object by its properties: one more surprises who reads, none who sends.
  'prefix-items-added': wider('the tuple has more positions'),
  'prefix-items-removed': narrower('the tuple has fewer positions', {
    // Who reads that position no longer finds it.
    response: { level: 'warning' },
  }),
  'contains-added': narrower('lists must contain certain items'),
  'contains-removed': wider('lists need no longer contain certain items'),
  'min-contains-increased': narrower('more items must match "contains"'),
  'min-contains-decreased': wider('fewer items must match "contains"'),
  'max-contains-increased': wider('more items may match "contains"'),
  'max-contains-decreased': narrower('fewer items may match "contains"'),
  'unevaluated-items-added': narrower('items beyond the described ones are limited'),
  'unevaluated-items-removed': wider('items beyond the described ones are free'),
} satisfies Record<string, KindRow>;
