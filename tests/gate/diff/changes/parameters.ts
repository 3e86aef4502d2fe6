import type { JsonObject } from '../../../../src/contract/json.ts';
import { api } from '../compare.ts';
import { dated, done, type MessageChange, parameter, paths, text } from './documents.ts';

const ofPath = (parameters: readonly JsonObject[]): JsonObject =>
  paths({ '/things': { parameters: [...parameters], post: { responses: done } } });

export const parameters: readonly MessageChange[] = [
  ['error', 'new-required-request-parameter', api({}), parameter({ required: true })],
  ['info', 'new-optional-request-parameter', api({}), parameter({})],
  [
    'error',
    'new-required-request-default-parameter-to-existing-path',
    ofPath([]),
    ofPath([{ name: 'p', in: 'query', required: true, schema: text }]),
  ],
  [
    'info',
    'new-optional-request-default-parameter-to-existing-path',
    ofPath([]),
    ofPath([{ name: 'p', in: 'query', schema: text }]),
  ],
  ['error', 'new-request-path-parameter', api({}), parameter({ required: true }, 'path')],
  ['warning', 'request-parameter-removed', parameter({}), api({})],
  ['info', 'request-parameter-removed-with-deprecation', parameter({ deprecated: true }), api({})],
  ['error', 'request-parameter-removed-before-sunset', parameter(dated('2027-01-01')), api({})],
  ['error', 'request-parameter-sunset-parse', parameter(dated('some day')), api({})],
  ['error', 'request-parameter-became-required', parameter({}), parameter({ required: true })],
  ['info', 'request-parameter-became-optional', parameter({ required: true }), parameter({})],
  ['info', 'request-parameter-deprecated', parameter({}), parameter({ deprecated: true })],
  ['info', 'request-parameter-deprecated-sunset-missing', parameter({}), parameter({ deprecated: true })],
  ['info', 'request-parameter-reactivated', parameter({ deprecated: true }), parameter({})],
  ['error', 'request-parameter-sunset-date-too-small', parameter({}), parameter(dated('2026-05-01'))],
  [
    'error',
    'request-parameter-empty-value-disallowed',
    parameter({ schema: { type: 'integer' }, allowEmptyValue: true }),
    parameter({ schema: { type: 'integer' } }),
  ],
  ['warning', 'request-parameter-serialization-changed', parameter({ allowReserved: true }), parameter({})],
  [
    'error',
    'request-parameter-serialization-changed',
    parameter({ required: true }, 'path'),
    parameter({ required: true, style: 'label' }, 'path'),
  ],
  [
    'error',
    'request-parameter-sunset-deleted',
    parameter(dated('2027-01-01')),
    parameter({ deprecated: true }),
  ],
  [
    'error',
    'request-parameter-sunset-date-changed-too-small',
    parameter(dated('2027-02-01')),
    parameter(dated('2027-01-01')),
  ],
];
