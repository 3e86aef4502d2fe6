import { changed, type KindRow, narrower, wider, writtenDown } from './row.ts';

export const objects = {
  'max-properties-set': narrower('a maximum number of properties was set', writtenDown),
  'max-properties-decreased': narrower('the maximum number of properties was lowered'),
  'max-properties-increased': wider('the maximum number of properties was raised'),
  'max-properties-unset': wider('the maximum number of properties was lifted'),
  'min-properties-set': narrower('a minimum number of properties was set', writtenDown),
  'min-properties-increased': narrower('the minimum number of properties was raised'),
  'min-properties-decreased': wider('the minimum number of properties was lowered'),
  'min-properties-unset': wider('the minimum number of properties was lifted'),
  'additional-properties-disallowed': narrower('properties beyond the described ones are refused'),
  'additional-properties-allowed': wider('properties beyond the described ones are allowed', {
    // Readers are expected to skip what they do not know, and nearly all do.
    response: { level: 'info' },
  }),
  'pattern-property-added': narrower('properties whose names match a pattern are limited'),
  'pattern-property-removed': wider('properties whose names match a pattern are free'),
  'property-names-added': narrower('the names of properties are limited'),
  'property-names-removed': wider('the names of properties are free'),
  'dependent-required-added': narrower('a property asks for another'),
  'dependent-required-removed': wider('a property no longer asks for another'),
  'dependent-required-changed': changed('a property asks for others than before'),
  'dependent-schema-added': narrower('a property brings further rules'),
  'dependent-schema-removed': wider('a property no longer brings further rules'),
  'unevaluated-properties-added': narrower('properties beyond the described ones are limited'),
  'unevaluated-properties-removed': wider('properties beyond the described ones are free'),
} satisfies Record<string, KindRow>;
