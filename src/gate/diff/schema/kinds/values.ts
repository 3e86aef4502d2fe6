import { changed, type KindRow, narrower, none, wider } from './row.ts';

// Clients are asked to expect new values of an enum, and many do: the server may still surprise them.
const surprise = { response: { level: 'warning' } } as const;

// Who leaves an optional parameter out gets another answer than before.
const otherAnswer = { at: { 'request-parameter': { level: 'error' } } } as const;

export const values = {
  'became-enum': narrower('only listed values are valid'),
  'enum-removed': wider('values are no longer limited to a list', surprise),
  'enum-value-added': wider('a value joined the enum', surprise),
  'enum-value-removed': narrower('a value left the enum', {
    at: { 'response-body': { id: 'response-mediatype-enum-value-removed' } },
  }),
  'const-added': narrower('only one value is valid'),
  'const-removed': wider('more than the one value is valid'),
  'const-changed': changed('the only valid value is another one'),
  'x-extensible-enum-value-removed': narrower('a value left the extensible enum'),
  'default-value-added': none('a default was added', otherAnswer),
  'default-value-removed': none('the default was removed', otherAnswer),
  'default-value-changed': none('the default changed', otherAnswer),
} satisfies Record<string, KindRow>;
