import type { JsonObject } from '../../../../src/contract/json.ts';
import { api } from '../compare.ts';
import { body, json, type MessageChange, required, text } from './documents.ts';

const header = (header: JsonObject): JsonObject =>
  api({ responses: { 200: { description: 'Done.', headers: { ETag: { schema: text, ...header } } } } });
const written = (schema: JsonObject): JsonObject => answer({ headers: { ETag: { content: json(schema) } } });
const answer = (response: JsonObject): JsonObject =>
  api({ responses: { 200: { description: 'Done.', ...response } } });
const statuses = (...statuses: readonly string[]): JsonObject =>
  api({ responses: Object.fromEntries(statuses.map((status) => [status, { description: status }])) });

const xml = (xml: JsonObject): JsonObject => ({
  content: { 'application/xml': { schema: { ...text, xml } } },
});
const form = (photo: JsonObject): JsonObject => ({
  content: {
    'multipart/form-data': {
      schema: { type: 'object', properties: { photo: { type: 'array', items: text } } },
      encoding: { photo },
    },
  },
});
const sentForm = (photo: JsonObject): JsonObject => api({ requestBody: form(photo) });
const png = { contentType: 'image/png' };

export const messages: readonly MessageChange[] = [
  ['error', 'request-body-added-required', api({}), api(required)],
  ['info', 'request-body-added-optional', api({}), api(body)],
  ['error', 'request-body-removed', api(body), api({})],
  ['error', 'request-body-became-required', api(body), api(required)],
  ['info', 'request-body-became-optional', api(required), api(body)],
  [
    'info',
    'request-body-media-type-added',
    api(body),
    api({ requestBody: { content: { ...json(text), 'text/csv': {} } } }),
  ],
  [
    'error',
    'request-body-media-type-removed',
    api({ requestBody: { content: { ...json(text), 'text/csv': {} } } }),
    api(body),
  ],
  [
    'warning',
    'request-body-media-type-name-changed',
    api({ requestBody: { content: { 'application/json; v=1': {} } } }),
    api({ requestBody: { content: { 'application/json; v=2': {} } } }),
  ],
  [
    'error',
    'request-body-media-type-schema-added',
    api({ requestBody: { content: { 'application/json': {} } } }),
    api(body),
  ],
  [
    'info',
    'request-body-media-type-schema-removed',
    api(body),
    api({ requestBody: { content: { 'application/json': {} } } }),
  ],
  [
    'info',
    'request-body-type-compatible',
    api({ requestBody: { content: { 'text/plain': { schema: { type: 'number' } } } } }),
    api({ requestBody: { content: { 'text/plain': { schema: text } } } }),
  ],
  [
    'info',
    'response-body-type-compatible',
    answer({ content: { 'text/plain': { schema: text } } }),
    answer({ content: { 'text/plain': { schema: { type: 'number' } } } }),
  ],
  [
    'info',
    'request-property-type-compatible',
    api({
      requestBody: {
        content: { 'multipart/form-data': { schema: { properties: { it: { type: 'number' } } } } },
      },
    }),
    api({ requestBody: { content: { 'multipart/form-data': { schema: { properties: { it: text } } } } } }),
  ],
  [
    'info',
    'response-property-type-compatible',
    answer({ content: { 'application/xml': { schema: { properties: { it: text } } } } }),
    answer({ content: { 'application/xml': { schema: { properties: { it: { type: 'number' } } } } } }),
  ],
  ['error', 'response-success-status-removed', statuses('200', '201'), statuses('201')],
  ['info', 'response-success-status-added', statuses('200'), statuses('200', '201')],
  ['info', 'response-non-success-status-removed', statuses('200', '404'), statuses('200')],
  ['info', 'response-non-success-status-added', statuses('200'), statuses('200', '404')],
  [
    'error',
    'response-media-type-removed',
    answer({ content: { ...json(text), 'text/csv': {} } }),
    answer({ content: json(text) }),
  ],
  [
    'info',
    'response-media-type-added',
    answer({ content: json(text) }),
    answer({ content: { ...json(text), 'text/csv': {} } }),
  ],
  [
    'error',
    'response-media-type-name-generalized',
    answer({ content: { 'text/csv': {} } }),
    answer({ content: { 'text/*': {} } }),
  ],
  [
    'info',
    'response-media-type-name-specialized',
    answer({ content: { 'application/json': {} } }),
    answer({ content: { 'application/problem+json': {} } }),
  ],
  [
    'info',
    'response-media-type-name-specialized',
    answer({ content: { 'text/*': {} } }),
    answer({ content: { 'text/csv': {} } }),
  ],
  [
    'info',
    'response-media-type-name-changed',
    answer({ content: { 'text/csv': {} } }),
    answer({ content: { 'text/csv; charset=utf-8': {} } }),
  ],
  [
    'warning',
    'response-media-type-name-changed',
    answer({ content: { 'text/csv; v=1': {} } }),
    answer({ content: { 'text/csv; v=2': {} } }),
  ],
  [
    'info',
    'response-body-media-type-schema-added',
    answer({ content: { 'application/json': {} } }),
    answer({ content: json(text) }),
  ],
  [
    'warning',
    'response-body-media-type-schema-removed',
    answer({ content: json(text) }),
    answer({ content: { 'application/json': {} } }),
  ],
  ['error', 'required-response-header-removed', header({ required: true }), statuses('200')],
  ['warning', 'optional-response-header-removed', header({}), statuses('200')],
  ['error', 'response-body-xml-changed', answer(xml({ name: 'note' })), answer(xml({ name: 'memo' }))],
  ['error', 'response-body-xml-changed', answer(xml({})), answer(xml({ namespace: 'https://a.test' }))],
  [
    'error',
    'request-body-xml-changed',
    api({ requestBody: xml({}) }),
    api({ requestBody: xml({ name: 'a' }) }),
  ],
  ['info', 'response-header-became-deprecated', header({}), header({ deprecated: true })],
  [
    'error',
    'response-header-serialization-changed',
    header({ schema: { type: 'object' } }),
    header({ schema: { type: 'object' }, explode: true }),
  ],
  ['error', 'response-header-type-changed', written({ type: 'integer' }), written(text)],
  ['error', 'request-body-encoding-changed', sentForm(png), sentForm({ contentType: 'image/jpeg' })],
  ['info', 'request-body-encoding-changed', sentForm(png), sentForm({ contentType: 'image/*' })],
  ['warning', 'request-body-encoding-changed', sentForm(png), sentForm({})],
  ['error', 'request-body-encoding-changed', sentForm({}), sentForm({ explode: false })],
  ['error', 'response-body-encoding-changed', answer(form(png)), answer(form({ contentType: 'image/*' }))],
  ['info', 'response-body-encoding-changed', answer(form({ contentType: 'image/*' })), answer(form(png))],
  [
    'warning',
    'response-body-media-type-schema-removed',
    answer({ content: { 'application/jsonl': { itemSchema: text } } }),
    answer({ content: { 'application/jsonl': {} } }),
  ],
  [
    'error',
    'response-body-type-changed',
    answer({ content: { 'application/jsonl': { itemSchema: { type: 'integer' } } } }),
    answer({ content: { 'application/jsonl': { itemSchema: text } } }),
  ],
  ['info', 'response-header-added', statuses('200'), header({})],
  ['error', 'response-header-became-optional', header({ required: true }), header({})],
  ['info', 'response-header-became-required', header({}), header({ required: true })],
  [
    'error',
    'response-header-type-changed',
    header({ schema: { type: 'boolean' } }),
    header({ schema: { type: 'integer' } }),
  ],
  [
    'error',
    'response-header-type-generalized',
    header({ schema: { type: 'integer' } }),
    header({ schema: { type: 'number' } }),
  ],
  [
    'info',
    'response-header-type-specialized',
    header({ schema: { type: 'number' } }),
    header({ schema: { type: 'integer' } }),
  ],
  [
    'info',
    'response-header-type-compatible',
    header({ schema: text }),
    header({ schema: { type: 'integer' } }),
  ],
  [
    'error',
    'response-header-became-nullable',
    header({ schema: text }),
    header({ schema: { type: ['string', 'null'] } }),
  ],
  [
    'info',
    'response-header-became-not-nullable',
    header({ schema: { type: ['string', 'null'] } }),
    header({ schema: text }),
  ],
];
