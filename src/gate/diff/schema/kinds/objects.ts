import type { KindRow } from '../kinds.ts';

const writtenDown = { request: { level: 'warning' } } as const;

export const objects = {
  'max-properties-set': {
    effect: 'narrower',
    title: 'a maximum number of properties was set',
    ...writtenDown,
  },
  'max-properties-decreased': { effect: 'narrower', title: 'the maximum number of properties was lowered' },
  'max-properties-increased': { effect: 'wider', title: 'the maximum number of properties was raised' },
  'max-properties-unset': { effect: 'wider', title: 'the maximum number of properties was lifted' },
  'min-properties-set': {
    effect: 'narrower',
    title: 'a minimum number of properties was set',
    ...writtenDown,
  },
  'min-properties-increased': { effect: 'narrower', title: 'the minimum number of properties was raised' },
  'min-properties-decreased': { effect: 'wider', title: 'the minimum number of properties was lowered' },
  'min-properties-unset': { effect: 'wider', title: 'the minimum number of properties was lifted' },
  'additional-properties-disallowed': {
    effect: 'narrower',
    title: 'properties beyond the described ones are refused',
  },
  'additional-properties-allowed': {
    effect: 'wider',
    title: 'properties beyond the described ones are allowed',
    // Readers are expected to skip what they do not know, and nearly all do.
    response: { level: 'info' },
  },
  'pattern-property-added': {
    effect: 'narrower',
    title: 'properties whose names match a pattern are limited',
  },
  'pattern-property-removed': { effect: 'wider', title: 'properties whose names match a pattern are free' },
  'property-names-added': { effect: 'narrower', title: 'the names of properties are limited' },
  'property-names-removed': { effect: 'wider', title: 'the names of properties are free' },
  'dependent-required-added': { effect: 'narrower', title: 'a property asks for another' },
  'dependent-required-removed': { effect: 'wider', title: 'a property no longer asks for another' },
  'dependent-required-changed': { effect: 'changed', title: 'a property asks for others than before' },
  'dependent-schema-added': { effect: 'narrower', title: 'a property brings further rules' },
  'dependent-schema-removed': { effect: 'wider', title: 'a property no longer brings further rules' },
  'unevaluated-properties-added': {
    effect: 'narrower',
    title: 'properties beyond the described ones are limited',
  },
  'unevaluated-properties-removed': {
    effect: 'wider',
    title: 'properties beyond the described ones are free',
  },
} as const satisfies Record<string, KindRow>;
