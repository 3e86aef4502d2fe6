import type { KindRow } from '../kinds.ts';

const ofProperty = { effect: 'none', ofProperties: true } as const;

const error = { request: { level: 'error' }, response: { level: 'error' } } as const;

/** What properties say of their future. */
export const lifeCycle = {
  'deprecated-with-sunset': { ...ofProperty, title: 'a property was deprecated, with the date it will go' },
  deprecated: { ...ofProperty, title: 'a property was deprecated' },
  // An error only where a policy asks for dates: deprecating breaks nobody.
  'deprecated-sunset-missing': {
    ...ofProperty,
    title: 'a property was deprecated without a date when it will go',
  },
  'deprecated-sunset-invalid': {
    ...ofProperty,
    title: 'the sunset of a deprecated property is no date',
    ...error,
  },
  'sunset-date-too-small': {
    ...ofProperty,
    title: 'a deprecated property goes sooner than clients were promised',
    ...error,
  },
  reactivated: { ...ofProperty, title: 'a property is no longer deprecated' },
  'stability-decreased': {
    ...ofProperty,
    title: 'a property is promised to be less stable than before',
    ...error,
  },
  'stability-increased': { ...ofProperty, title: 'a property is promised to be more stable than before' },
} as const satisfies Record<string, KindRow>;
