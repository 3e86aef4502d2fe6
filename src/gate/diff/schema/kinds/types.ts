import type { KindRow } from '../kinds.ts';

export const types = {
  'type-changed': {
    effect: 'changed',
    title: 'the type or format became another one',
    // Members of an object in a URL are read in many ways, and some of them allow it.
    at: { 'request-parameter-property': { level: 'warning' } },
  },
  'type-generalized': { effect: 'wider', title: 'the type or format allows more' },
  'type-specialized': {
    effect: 'narrower',
    title: 'the type or format allows less',
    request: { as: 'type-changed' },
    at: { 'request-parameter-property': {} },
  },
  'type-compatible': {
    effect: 'none',
    title: 'the type became another one that reads the same as text',
    at: {
      'request-parameter': { as: 'type-generalized' },
      'request-parameter-property': { as: 'type-changed' },
    },
  },
  'list-of-types-widened': { effect: 'wider', title: 'a type joined the list of types' },
  'list-of-types-narrowed': { effect: 'narrower', title: 'a type left the list of types' },
  'became-nullable': { effect: 'wider', title: 'null became valid' },
  'became-not-nullable': { effect: 'narrower', title: 'null is no longer valid' },
  'became-impossible': { effect: 'narrower', title: 'no value is valid any more' },
  'became-possible': { effect: 'wider', title: 'values became valid where none was' },
} as const satisfies Record<string, KindRow>;
