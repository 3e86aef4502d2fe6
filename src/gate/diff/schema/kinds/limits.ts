import { changed, type KindRow, narrower, unknown, wider, writtenDown } from './row.ts';

// What a text of a response looks like is read by people far more often than by programs.
const textOnly = { response: { level: 'info' } } as const;

export const limits = {
  'max-length-set': narrower('a maximum length was set', writtenDown),
  'max-length-decreased': narrower('the maximum length was lowered'),
  'max-length-increased': wider('the maximum length was raised'),
  'max-length-unset': wider('the maximum length was lifted'),
  'min-length-set': narrower('a minimum length was set', writtenDown),
  'min-length-increased': narrower('the minimum length was raised'),
  'min-length-decreased': wider('the minimum length was lowered'),
  'min-length-unset': wider('the minimum length was lifted'),
  'max-set': narrower('a maximum was set', writtenDown),
  'max-decreased': narrower('the maximum was lowered'),
  'max-increased': wider('the maximum was raised'),
  'max-unset': wider('the maximum was lifted'),
  'min-set': narrower('a minimum was set', writtenDown),
  'min-increased': narrower('the minimum was raised'),
  'min-decreased': wider('the minimum was lowered'),
  'min-unset': wider('the minimum was lifted'),
  'exclusive-max-set': narrower('an exclusive maximum was set', writtenDown),
  'exclusive-max-decreased': narrower('the exclusive maximum was lowered'),
  'exclusive-max-increased': wider('the exclusive maximum was raised'),
  'exclusive-max-unset': wider('the exclusive maximum was lifted'),
  'exclusive-min-set': narrower('an exclusive minimum was set', writtenDown),
  'exclusive-min-increased': narrower('the exclusive minimum was raised'),
  'exclusive-min-decreased': wider('the exclusive minimum was lowered'),
  'exclusive-min-unset': wider('the exclusive minimum was lifted'),
  'multiple-of-added': narrower('numbers must be multiples'),
  'multiple-of-removed': wider('numbers need no longer be multiples'),
  'multiple-of-changed': changed('numbers must be multiples of another number'),
  'pattern-added': narrower('a pattern was added'),
  'pattern-removed': wider('the pattern was removed', textOnly),
  'pattern-changed': unknown('the pattern changed', textOnly),
  'pattern-generalized': wider('the pattern matches any text', textOnly),
} satisfies Record<string, KindRow>;
