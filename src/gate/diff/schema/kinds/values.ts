import type { KindRow } from '../kinds.ts';

// Clients are asked to expect new values of an enum, and many do: the server may still surprise them.
const surprise = { response: { level: 'warning' } } as const;

// Who leaves an optional parameter out gets another answer than before.
const otherAnswer = { at: { 'request-parameter': { level: 'error' } } } as const;

export const values = {
  'became-enum': { effect: 'narrower', title: 'only listed values are valid' },
  'enum-removed': { effect: 'wider', title: 'values are no longer limited to a list', ...surprise },
  'enum-value-added': { effect: 'wider', title: 'a value joined the enum', ...surprise },
  'enum-value-removed': {
    effect: 'narrower',
    title: 'a value left the enum',
    at: { 'response-body': { id: 'response-mediatype-enum-value-removed' } },
  },
  'const-added': { effect: 'narrower', title: 'only one value is valid' },
  'const-removed': { effect: 'wider', title: 'more than the one value is valid' },
  'const-changed': { effect: 'changed', title: 'the only valid value is another one' },
  'x-extensible-enum-value-removed': {
    effect: 'narrower',
    title: 'a value left the extensible enum',
  },
  'default-value-added': { effect: 'none', title: 'a default was added', ...otherAnswer },
  'default-value-removed': { effect: 'none', title: 'the default was removed', ...otherAnswer },
  'default-value-changed': { effect: 'none', title: 'the default changed', ...otherAnswer },
} as const satisfies Record<string, KindRow>;
