import { changed, ids, type KindRow, narrower, none, wider } from './row.ts';

const never = { never: true } as const;

/** What a property that never travels in a direction does there: `readOnly` in requests, `writeOnly` in responses. */
const ofWriteOnly = (id: string) => ({ request: never, response: { id } }) as const;

/** Named members of objects: whether they are there, must be, and travel at all. */
export const properties = {
  'required-property-added': narrower(
    'a required property was added',
    ids('new-required-request-property', 'response-required-property-added'),
  ),
  'required-property-with-default-added': narrower('a required property with a default was added', {
    request: { id: 'new-required-request-property-with-default' },
    response: never,
  }),
  'optional-property-added': none(
    'an optional property was added',
    ids('new-optional-request-property', 'response-optional-property-added'),
  ),
  'required-property-removed': wider('a required property was removed', {
    request: { id: 'request-property-removed', level: 'warning', noted: true },
    response: { id: 'response-required-property-removed' },
  }),
  'property-removed': none('an optional property was removed', {
    request: { id: 'request-property-removed', level: 'warning' },
    response: { id: 'response-optional-property-removed', level: 'warning' },
  }),
  'property-no-longer-accepted': changed('a property was removed from an object that allows no others', {
    request: { id: 'request-property-no-longer-accepted' },
    response: never,
  }),
  'property-became-required': narrower(
    'a property became required',
    ids('request-property-became-required', 'response-property-became-required'),
  ),
  'property-became-required-with-default': narrower('a property with a default became required', {
    request: { id: 'request-property-became-required-with-default' },
    response: never,
  }),
  'property-became-optional': wider(
    'a property became optional',
    ids('request-property-became-optional', 'response-property-became-optional'),
  ),
  'undescribed-property-became-required': narrower('a property that is nowhere described became required', {
    // Validators refuse objects without it; whether the server does, nobody can tell.
    request: { id: 'request-undescribed-property-became-required', level: 'warning' },
    response: { id: 'response-undescribed-property-became-required' },
  }),
  'undescribed-property-became-optional': wider('a property that is nowhere described became optional', {
    request: { id: 'request-undescribed-property-became-optional' },
    // Code that is generated from the document never read it.
    response: { id: 'response-undescribed-property-became-optional', level: 'info' },
  }),
  'required-property-appeared': narrower('a required property now travels in this direction, too', {
    request: { id: 'request-required-property-became-not-read-only' },
    // A write-only value is often a secret.
    response: { id: 'response-required-property-became-not-write-only', level: 'warning', noted: true },
  }),
  'optional-property-appeared': none(
    'an optional property now travels in this direction, too',
    ids('request-optional-property-became-not-read-only', 'response-optional-property-became-not-write-only'),
  ),
  'required-property-disappeared': none('a required property no longer travels in this direction', {
    request: { id: 'request-required-property-became-read-only' },
    // As a rule it never was in a response; nobody can tell from the documents.
    response: { id: 'response-required-property-became-write-only', level: 'warning' },
  }),
  'optional-property-disappeared': none(
    'an optional property no longer travels in this direction',
    ids('request-optional-property-became-read-only', 'response-optional-property-became-write-only'),
  ),
  'required-property-reserved': none(
    'a required property travels in this direction only',
    ids('request-required-property-became-write-only', 'response-required-property-became-read-only'),
  ),
  'optional-property-reserved': none(
    'an optional property travels in this direction only',
    ids('request-optional-property-became-write-only', 'response-optional-property-became-read-only'),
  ),
  'required-property-not-reserved': none(
    'a required property travels in both directions',
    ids('request-required-property-became-not-write-only', 'response-required-property-became-not-read-only'),
  ),
  'optional-property-not-reserved': none(
    'an optional property travels in both directions',
    ids('request-optional-property-became-not-write-only', 'response-optional-property-became-not-read-only'),
  ),
  'required-hidden-property-added': none(
    'a required write-only property was added',
    ofWriteOnly('response-required-write-only-property-added'),
  ),
  'optional-hidden-property-added': none(
    'an optional write-only property was added',
    ofWriteOnly('response-optional-write-only-property-added'),
  ),
  'required-hidden-property-removed': none(
    'a required write-only property was removed',
    ofWriteOnly('response-required-write-only-property-removed'),
  ),
  'optional-hidden-property-removed': none(
    'an optional write-only property was removed',
    ofWriteOnly('response-optional-write-only-property-removed'),
  ),
  'hidden-property-became-required': none(
    'a write-only property became required',
    ofWriteOnly('response-write-only-property-became-required'),
  ),
  'hidden-property-became-optional': none(
    'a write-only property became optional',
    ofWriteOnly('response-write-only-property-became-optional'),
  ),
} satisfies Record<string, KindRow>;
