import { changed, type KindRow, narrower, none, wider } from './row.ts';

export const types = {
  'type-changed': changed('the type or format became another one', {
    // Members of an object in a URL are read in many ways, and some of them allow it.
    at: { 'request-parameter-property': { level: 'warning' } },
  }),
  'type-generalized': wider('the type or format allows more'),
  'type-specialized': narrower('the type or format allows less', {
    request: { as: 'type-changed' },
    at: { 'request-parameter-property': {} },
  }),
  'type-compatible': none('the type became another one that reads the same as text', {
    at: {
      'request-parameter': { as: 'type-generalized' },
      'request-parameter-property': { as: 'type-changed' },
    },
  }),
  'list-of-types-widened': wider('a type joined the list of types'),
  'list-of-types-narrowed': narrower('a type left the list of types'),
  'became-nullable': wider('null became valid'),
  'became-not-nullable': narrower('null is no longer valid'),
  'became-impossible': narrower('no value is valid any more'),
  'became-possible': wider('values became valid where none was'),
} satisfies Record<string, KindRow>;
