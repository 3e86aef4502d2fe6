import { changed, type KindRow, narrower, none, unknown, wider } from './row.ts';

export const composition = {
  // What its schemas say is judged by itself, too; who adds one asks more of requests until somebody says otherwise.
  'all-of-added': none('a schema joined allOf', { request: { level: 'error' } }),
  'all-of-removed': none('a schema left allOf', { request: { level: 'warning' } }),
  'all-of-added-annotation-only': none('a schema that asks nothing joined allOf'),
  'all-of-removed-annotation-only': none('a schema that asked nothing left allOf'),
  'any-of-added': wider('an alternative joined anyOf'),
  'any-of-removed': narrower('an alternative left anyOf'),
  'one-of-added': wider('an alternative joined oneOf'),
  'one-of-removed': narrower('an alternative left oneOf'),
  'one-of-overlap': narrower('an alternative of oneOf takes in another: what fits both is refused', {
    // By the letter. Servers that go by a discriminator, or by no validator at all, take it as before.
    request: { level: 'warning' },
  }),
  'wrapped-in-one-of': changed('one schema became several alternatives that do not take it in'),
  'unwrapped-from-one-of': changed('several alternatives became one schema'),
  'any-of-became-one-of': unknown('anyOf became oneOf: values of several alternatives are refused'),
  'one-of-became-any-of': wider('oneOf became anyOf: values of several alternatives are valid'),
  'not-added': narrower('values are excluded by "not"'),
  'not-removed': wider('values are no longer excluded by "not"'),
  'not-changed': changed('other values are excluded by "not"'),
  'not-undecided': unknown('what "not" excludes changed in a way that cannot be judged'),
  'if-added': narrower('a condition was added'),
  'if-removed': wider('a condition was removed'),
  'if-changed': unknown('a condition applies to other values'),
  'then-added': narrower('a rule for a met condition was added'),
  'then-removed': wider('the rule for a met condition was removed'),
  'else-added': narrower('a rule for an unmet condition was added'),
  'else-removed': wider('the rule for an unmet condition was removed'),
  'discriminator-added': none('a discriminator was added'),
  'discriminator-removed': none('the discriminator was removed'),
  'discriminator-property-name-changed': none('the discriminator is another property'),
  'discriminator-mapping-added': none('a discriminator value was added'),
  'discriminator-mapping-deleted': none('a discriminator value was removed'),
  'discriminator-mapping-changed': none('a discriminator value names another schema'),
} satisfies Record<string, KindRow>;
