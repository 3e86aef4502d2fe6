import type { KindRow } from '../kinds.ts';

const note = { effect: 'none' } as const;

export const composition = {
  // What its schemas say is judged by itself, too; who adds one asks more of requests until somebody says otherwise.
  'all-of-added': { ...note, title: 'a schema joined allOf', request: { level: 'error' } },
  'all-of-removed': { ...note, title: 'a schema left allOf', request: { level: 'warning' } },
  'all-of-added-annotation-only': { ...note, title: 'a schema that asks nothing joined allOf' },
  'all-of-removed-annotation-only': { ...note, title: 'a schema that asked nothing left allOf' },
  'any-of-added': { effect: 'wider', title: 'an alternative joined anyOf' },
  'any-of-removed': { effect: 'narrower', title: 'an alternative left anyOf' },
  'one-of-added': { effect: 'wider', title: 'an alternative joined oneOf' },
  'one-of-removed': { effect: 'narrower', title: 'an alternative left oneOf' },
  'one-of-overlap': {
    effect: 'narrower',
    title: 'an alternative of oneOf takes in another: what fits both is refused',
    // By the letter. Servers that go by a discriminator, or by no validator at all, take it as before.
    request: { level: 'warning' },
  },
  'wrapped-in-one-of': {
    effect: 'changed',
    title: 'one schema became several alternatives that do not take it in',
  },
  'unwrapped-from-one-of': { effect: 'changed', title: 'several alternatives became one schema' },
  'any-of-became-one-of': {
    effect: 'unknown',
    title: 'anyOf became oneOf: values of several alternatives are refused',
  },
  'one-of-became-any-of': {
    effect: 'wider',
    title: 'oneOf became anyOf: values of several alternatives are valid',
  },
  'not-added': { effect: 'narrower', title: 'values are excluded by "not"' },
  'not-removed': { effect: 'wider', title: 'values are no longer excluded by "not"' },
  'not-changed': { effect: 'changed', title: 'other values are excluded by "not"' },
  'not-undecided': { effect: 'unknown', title: 'what "not" excludes changed in a way that cannot be judged' },
  'if-added': { effect: 'narrower', title: 'a condition was added' },
  'if-removed': { effect: 'wider', title: 'a condition was removed' },
  'if-changed': { effect: 'unknown', title: 'a condition applies to other values' },
  'then-added': { effect: 'narrower', title: 'a rule for a met condition was added' },
  'then-removed': { effect: 'wider', title: 'the rule for a met condition was removed' },
  'else-added': { effect: 'narrower', title: 'a rule for an unmet condition was added' },
  'else-removed': { effect: 'wider', title: 'the rule for an unmet condition was removed' },
  'discriminator-added': { effect: 'none', title: 'a discriminator was added' },
  'discriminator-removed': { effect: 'none', title: 'the discriminator was removed' },
  'discriminator-property-name-changed': { effect: 'none', title: 'the discriminator is another property' },
  'discriminator-mapping-added': { effect: 'none', title: 'a discriminator value was added' },
  'discriminator-mapping-deleted': { effect: 'none', title: 'a discriminator value was removed' },
  'discriminator-mapping-changed': { effect: 'none', title: 'a discriminator value names another schema' },
} as const satisfies Record<string, KindRow>;
