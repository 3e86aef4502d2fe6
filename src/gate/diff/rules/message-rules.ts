import type { WrittenRule } from '../types.ts';

/** Parameters, bodies, statuses, media types and headers, without their schemas. */
export const messageRules = {
  'new-request-path-parameter': ['error', 'A path has one more parameter: the old path is gone.'],
  'new-required-request-parameter': ['error', 'A required parameter was added.'],
  'new-required-request-default-parameter-to-existing-path': [
    'error',
    'A required parameter was added to all operations of a path.',
  ],
  'new-optional-request-default-parameter-to-existing-path': [
    'info',
    'An optional parameter was added to all operations of a path.',
  ],
  'new-required-request-header-property': [
    'error',
    'The object that a header carries has one more required property.',
  ],
  'request-header-property-became-required': [
    'error',
    'A property of the object that a header carries became required.',
  ],
  'request-header-property-became-enum': [
    'error',
    'A property of the object that a header carries may have listed values only.',
  ],
  'new-optional-request-parameter': ['info', 'An optional parameter was added.'],
  'request-parameter-removed': ['warning', 'A parameter was removed: it is ignored, or refused.'],
  'request-parameter-removed-with-deprecation': ['info', 'A deprecated parameter was removed.'],
  'request-parameter-removed-before-sunset': [
    'error',
    'A parameter was removed before the date it was promised to last to.',
  ],
  'request-parameter-became-required': ['error', 'A parameter became required.'],
  'request-parameter-became-optional': ['info', 'A parameter became optional.'],
  'request-parameter-serialization-changed': [
    'error',
    'A parameter is written in another way; where only some signs in it are concerned, a warning.',
  ],
  'request-parameter-empty-value-disallowed': ['error', 'A parameter may no longer be sent without a value.'],
  'request-parameter-deprecated': ['info', 'A parameter was deprecated.'],
  'request-parameter-reactivated': ['info', 'A parameter is no longer deprecated.'],
  'request-parameter-deprecated-sunset-missing': [
    'info',
    'A parameter was deprecated without a date when it will go.',
  ],
  'request-parameter-sunset-date-too-small': [
    'error',
    'A deprecated parameter goes sooner than clients were promised.',
  ],
  'request-parameter-sunset-parse': ['error', 'The sunset of a parameter is no date.'],
  'request-parameter-sunset-deleted': [
    'error',
    'A deprecated parameter lost the date it was promised to last to.',
  ],
  'request-parameter-sunset-date-changed-too-small': [
    'error',
    'A deprecated parameter goes earlier than promised.',
  ],
  'request-body-added-required': ['error', 'A required body was added.'],
  'request-body-added-optional': ['info', 'An optional body was added.'],
  'request-body-removed': ['error', 'The body was removed.'],
  'request-body-became-required': ['error', 'The body became required.'],
  'request-body-became-optional': ['info', 'The body became optional.'],
  'webhook-body-became-required': ['info', 'The body of a webhook or callback is always there.'],
  'webhook-body-became-optional': ['error', 'The body of a webhook or callback may be missing.'],
  'request-body-media-type-added': ['info', 'The body may have one more media type.'],
  'request-body-media-type-removed': ['error', 'The body may no longer have a media type.'],
  'request-body-media-type-name-changed': [
    'info',
    'The media type of the body has other parameters; where one is gone or has another value, a warning.',
  ],
  'request-body-media-type-schema-added': ['error', 'A body that was free must fit a schema.'],
  'request-body-encoding-changed': [
    'error',
    'A part of a form is written in another way; where it only may be, a warning; in one more, a note.',
  ],
  'request-body-media-type-schema-removed': ['info', 'A body need no longer fit a schema.'],
  'response-success-status-removed': ['error', 'A status of success was removed.'],
  'response-success-status-added': ['info', 'A status of success was added.'],
  'response-non-success-status-removed': ['info', 'A status of failure was removed.'],
  'response-non-success-status-added': ['info', 'A status of failure was added.'],
  'response-media-type-removed': ['error', 'Responses no longer have a media type.'],
  'response-media-type-added': ['info', 'Responses may have one more media type.'],
  'response-media-type-name-changed': [
    'info',
    'The media type has other parameters; where one is gone or has another value, a warning.',
  ],
  'response-media-type-name-generalized': ['error', 'Responses may have any media type of a range.'],
  'response-media-type-name-specialized': ['info', 'Responses have one media type of the range.'],
  'response-body-media-type-schema-added': ['info', 'A body that was free fits a schema.'],
  'response-body-encoding-changed': [
    'error',
    'A part of a form is written in another way; where it only may be, a warning; in one less, a note.',
  ],
  'response-body-media-type-schema-removed': ['warning', 'Nothing is said of a body any more.'],
  'required-response-header-removed': ['error', 'A header that was always there was removed.'],
  'optional-response-header-removed': ['warning', 'An optional header was removed.'],
  'response-header-became-optional': ['error', 'A header is no longer always there.'],
  'response-header-became-required': ['info', 'A header is now always there.'],
  'response-header-added': ['info', 'A header was added.'],
  'response-header-serialization-changed': ['error', 'A header is written in another way.'],
  'response-header-became-deprecated': ['info', 'A header was deprecated.'],
} as const satisfies Record<string, WrittenRule>;
