import { type Departures, type KindRow, none } from './row.ts';

const ofProperty = (title: string, departures: Departures = {}): KindRow => ({
  ...none(title, departures),
  ofProperties: true,
});

const error = { request: { level: 'error' }, response: { level: 'error' } } as const;

/** What properties say of their future. */
export const lifeCycle = {
  'deprecated-with-sunset': ofProperty('a property was deprecated, with the date it will go'),
  deprecated: ofProperty('a property was deprecated'),
  // An error only where a policy asks for dates: deprecating breaks nobody.
  'deprecated-sunset-missing': ofProperty('a property was deprecated without a date when it will go'),
  'deprecated-sunset-invalid': ofProperty('the sunset of a deprecated property is no date', error),
  'sunset-date-too-small': ofProperty('a deprecated property goes sooner than clients were promised', error),
  'sunset-deleted': ofProperty('a deprecated property lost the date it was promised to last to', error),
  reactivated: ofProperty('a property is no longer deprecated'),
  'stability-decreased': ofProperty('a property is promised to be less stable than before', error),
  'stability-increased': ofProperty('a property is promised to be more stable than before'),
} satisfies Record<string, KindRow>;
