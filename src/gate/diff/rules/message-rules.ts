import type { Area, Direction, Rule } from '../types.ts';

type Row = Omit<Rule, 'id'>;

const row =
  (direction: Direction, area: Area) =>
  (level: Rule['level'], sentence: string): Row => ({ level, direction, area, sentence });

const parameter = row('request', 'parameters');
const requestBody = row('request', 'body');
const webhookBody = row('response', 'body');
const response = row('response', 'responses');
const responseHeader = row('response', 'headers');

/** Parameters, bodies, statuses, media types and headers, without their schemas. */
export const messageRules = {
  'new-request-path-parameter': parameter('error', 'A path has one more parameter: the old path is gone.'),
  'new-required-request-parameter': parameter('error', 'A required parameter was added.'),
  'new-required-request-default-parameter-to-existing-path': parameter(
    'error',
    'A required parameter was added to all operations of a path.',
  ),
  'new-optional-request-default-parameter-to-existing-path': parameter(
    'info',
    'An optional parameter was added to all operations of a path.',
  ),
  'new-required-request-header-property': parameter(
    'error',
    'The object that a header carries has one more required property.',
  ),
  'request-header-property-became-required': parameter(
    'error',
    'A property of the object that a header carries became required.',
  ),
  'request-header-property-became-enum': parameter(
    'error',
    'A property of the object that a header carries may have listed values only.',
  ),
  'new-optional-request-parameter': parameter('info', 'An optional parameter was added.'),
  'request-parameter-removed': parameter('warning', 'A parameter was removed: it is ignored, or refused.'),
  'request-parameter-removed-with-deprecation': parameter('info', 'A deprecated parameter was removed.'),
  'request-parameter-removed-before-sunset': parameter(
    'error',
    'A parameter was removed before the date it was promised to last to.',
  ),
  'request-parameter-became-required': parameter('error', 'A parameter became required.'),
  'request-parameter-became-optional': parameter('info', 'A parameter became optional.'),
  'request-parameter-serialization-changed': parameter('error', 'A parameter is written in another style.'),
  'request-parameter-deprecated': parameter('info', 'A parameter was deprecated.'),
  'request-parameter-reactivated': parameter('info', 'A parameter is no longer deprecated.'),
  'request-parameter-deprecated-sunset-missing': parameter(
    'info',
    'A parameter was deprecated without a date when it will go.',
  ),
  'request-parameter-sunset-date-too-small': parameter(
    'error',
    'A deprecated parameter goes sooner than clients were promised.',
  ),
  'request-parameter-sunset-parse': parameter('error', 'The sunset of a parameter is no date.'),
  'request-parameter-sunset-deleted': parameter(
    'error',
    'A deprecated parameter lost the date it was promised to last to.',
  ),
  'request-parameter-sunset-date-changed-too-small': parameter(
    'error',
    'A deprecated parameter goes earlier than promised.',
  ),
  'request-body-added-required': requestBody('error', 'A required body was added.'),
  'request-body-added-optional': requestBody('info', 'An optional body was added.'),
  'request-body-removed': requestBody('error', 'The body was removed.'),
  'request-body-became-required': requestBody('error', 'The body became required.'),
  'request-body-became-optional': requestBody('info', 'The body became optional.'),
  'webhook-body-became-required': webhookBody('info', 'The body of a webhook or callback is always there.'),
  'webhook-body-became-optional': webhookBody('error', 'The body of a webhook or callback may be missing.'),
  'request-body-media-type-added': requestBody('info', 'The body may have one more media type.'),
  'request-body-media-type-removed': requestBody('error', 'The body may no longer have a media type.'),
  'request-body-media-type-name-changed': requestBody(
    'info',
    'The media type of the body has other parameters; where one is gone or has another value, a warning.',
  ),
  'request-body-media-type-schema-added': requestBody('error', 'A body that was free must fit a schema.'),
  'request-body-media-type-schema-removed': requestBody('info', 'A body need no longer fit a schema.'),
  'response-success-status-removed': response('error', 'A status of success was removed.'),
  'response-success-status-added': response('info', 'A status of success was added.'),
  'response-non-success-status-removed': response('info', 'A status of failure was removed.'),
  'response-non-success-status-added': response('info', 'A status of failure was added.'),
  'response-media-type-removed': response('error', 'Responses no longer have a media type.'),
  'response-media-type-added': response('info', 'Responses may have one more media type.'),
  'response-media-type-name-changed': response(
    'info',
    'The media type has other parameters; where one is gone or has another value, a warning.',
  ),
  'response-media-type-name-generalized': response('error', 'Responses may have any media type of a range.'),
  'response-media-type-name-specialized': response('info', 'Responses have one media type of the range.'),
  'response-body-media-type-schema-added': response('info', 'A body that was free fits a schema.'),
  'response-body-media-type-schema-removed': response('warning', 'Nothing is said of a body any more.'),
  'required-response-header-removed': responseHeader('error', 'A header that was always there was removed.'),
  'optional-response-header-removed': responseHeader('warning', 'An optional header was removed.'),
  'response-header-became-optional': responseHeader('error', 'A header is no longer always there.'),
  'response-header-became-required': responseHeader('info', 'A header is now always there.'),
  'response-header-added': responseHeader('info', 'A header was added.'),
} as const satisfies Record<string, Row>;
