import type { KindRow } from '../kinds.ts';

const never = { never: true } as const;

/** What a property that never travels in a direction does there: `readOnly` in requests, `writeOnly` in responses. */
const ofWriteOnly = (id: string) => ({ request: never, response: { id } }) as const;

/** Named members of objects: whether they are there, must be, and travel at all. */
export const properties = {
  'required-property-added': {
    effect: 'narrower',
    title: 'a required property was added',
    request: { id: 'new-required-request-property' },
    response: { id: 'response-required-property-added' },
  },
  'required-property-with-default-added': {
    effect: 'narrower',
    title: 'a required property with a default was added',
    request: { id: 'new-required-request-property-with-default' },
    response: never,
  },
  'optional-property-added': {
    effect: 'none',
    title: 'an optional property was added',
    request: { id: 'new-optional-request-property' },
    response: { id: 'response-optional-property-added' },
  },
  'required-property-removed': {
    effect: 'wider',
    title: 'a required property was removed',
    request: { id: 'request-property-removed', level: 'warning', noted: true },
    response: { id: 'response-required-property-removed' },
  },
  'property-removed': {
    effect: 'none',
    title: 'an optional property was removed',
    request: { id: 'request-property-removed', level: 'warning' },
    response: { id: 'response-optional-property-removed', level: 'warning' },
  },
  'property-no-longer-accepted': {
    effect: 'changed',
    title: 'a property was removed from an object that allows no others',
    request: { id: 'request-property-no-longer-accepted' },
    response: never,
  },
  'property-became-required': {
    effect: 'narrower',
    title: 'a property became required',
    request: { id: 'request-property-became-required' },
    response: { id: 'response-property-became-required' },
  },
  'property-became-required-with-default': {
    effect: 'narrower',
    title: 'a property with a default became required',
    request: { id: 'request-property-became-required-with-default' },
    response: never,
  },
  'property-became-optional': {
    effect: 'wider',
    title: 'a property became optional',
    request: { id: 'request-property-became-optional' },
    response: { id: 'response-property-became-optional' },
  },
  'undescribed-property-became-required': {
    effect: 'narrower',
    title: 'a property that is nowhere described became required',
    // Validators refuse objects without it; whether the server does, nobody can tell.
    request: { id: 'request-undescribed-property-became-required', level: 'warning' },
    response: { id: 'response-undescribed-property-became-required' },
  },
  'undescribed-property-became-optional': {
    effect: 'wider',
    title: 'a property that is nowhere described became optional',
    request: { id: 'request-undescribed-property-became-optional' },
    // Code that is generated from the document never read it.
    response: { id: 'response-undescribed-property-became-optional', level: 'info' },
  },
  'required-property-appeared': {
    effect: 'narrower',
    title: 'a required property now travels in this direction, too',
    request: { id: 'request-required-property-became-not-read-only' },
    // A write-only value is often a secret.
    response: { id: 'response-required-property-became-not-write-only', level: 'warning', noted: true },
  },
  'optional-property-appeared': {
    effect: 'none',
    title: 'an optional property now travels in this direction, too',
    request: { id: 'request-optional-property-became-not-read-only' },
    response: { id: 'response-optional-property-became-not-write-only' },
  },
  'required-property-disappeared': {
    effect: 'none',
    title: 'a required property no longer travels in this direction',
    request: { id: 'request-required-property-became-read-only' },
    // As a rule it never was in a response; nobody can tell from the documents.
    response: { id: 'response-required-property-became-write-only', level: 'warning' },
  },
  'optional-property-disappeared': {
    effect: 'none',
    title: 'an optional property no longer travels in this direction',
    request: { id: 'request-optional-property-became-read-only' },
    response: { id: 'response-optional-property-became-write-only' },
  },
  'required-property-reserved': {
    effect: 'none',
    title: 'a required property travels in this direction only',
    request: { id: 'request-required-property-became-write-only' },
    response: { id: 'response-required-property-became-read-only' },
  },
  'optional-property-reserved': {
    effect: 'none',
    title: 'an optional property travels in this direction only',
    request: { id: 'request-optional-property-became-write-only' },
    response: { id: 'response-optional-property-became-read-only' },
  },
  'required-property-not-reserved': {
    effect: 'none',
    title: 'a required property travels in both directions',
    request: { id: 'request-required-property-became-not-write-only' },
    response: { id: 'response-required-property-became-not-read-only' },
  },
  'optional-property-not-reserved': {
    effect: 'none',
    title: 'an optional property travels in both directions',
    request: { id: 'request-optional-property-became-not-write-only' },
    response: { id: 'response-optional-property-became-not-read-only' },
  },
  'required-hidden-property-added': {
    effect: 'none',
    title: 'a required write-only property was added',
    ...ofWriteOnly('response-required-write-only-property-added'),
  },
  'optional-hidden-property-added': {
    effect: 'none',
    title: 'an optional write-only property was added',
    ...ofWriteOnly('response-optional-write-only-property-added'),
  },
  'required-hidden-property-removed': {
    effect: 'none',
    title: 'a required write-only property was removed',
    ...ofWriteOnly('response-required-write-only-property-removed'),
  },
  'optional-hidden-property-removed': {
    effect: 'none',
    title: 'an optional write-only property was removed',
    ...ofWriteOnly('response-optional-write-only-property-removed'),
  },
  'hidden-property-became-required': {
    effect: 'none',
    title: 'a write-only property became required',
    ...ofWriteOnly('response-write-only-property-became-required'),
  },
  'hidden-property-became-optional': {
    effect: 'none',
    title: 'a write-only property became optional',
    ...ofWriteOnly('response-write-only-property-became-optional'),
  },
} as const satisfies Record<string, KindRow>;
