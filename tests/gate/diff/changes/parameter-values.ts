import type { JsonObject } from '../../../../src/contract/json.ts';
import { api } from '../compare.ts';
import { json, type MessageChange, parameter, text } from './documents.ts';

const typed = (schema: JsonObject): JsonObject => parameter({ schema });
const filter = (property: JsonObject, more: JsonObject = {}): JsonObject =>
  parameter({
    style: 'deepObject',
    explode: true,
    schema: { type: 'object', properties: { it: property }, ...more },
  });
const inHeader = (property: JsonObject, more: JsonObject = {}): JsonObject =>
  parameter({ schema: { type: 'object', properties: { it: property }, ...more } }, 'header');

export const parameterValues: readonly MessageChange[] = [
  ['error', 'request-parameter-became-enum', typed(text), typed({ ...text, enum: ['a'] })],
  ['error', 'request-parameter-enum-value-removed', typed({ enum: ['a', 'b'] }), typed({ enum: ['a'] })],
  [
    'error',
    'request-parameter-enum-value-removed',
    typed({ type: 'array', items: { enum: ['a', 'b'] } }),
    typed({ type: 'array', items: { enum: ['a'] } }),
  ],
  ['info', 'request-parameter-enum-value-added', typed({ enum: ['a'] }), typed({ enum: ['a', 'b'] })],
  [
    'error',
    'request-parameter-x-extensible-enum-value-removed',
    typed({ 'x-extensible-enum': ['a', 'b'] }),
    typed({ 'x-extensible-enum': ['a'] }),
  ],
  ['info', 'request-parameter-became-nullable', typed(text), typed({ type: ['string', 'null'] })],
  ['error', 'request-parameter-became-not-nullable', typed({ type: ['string', 'null'] }), typed(text)],
  ['error', 'request-parameter-default-value-added', typed(text), typed({ ...text, default: 'a' })],
  [
    'error',
    'request-parameter-default-value-changed',
    typed({ ...text, default: 'a' }),
    typed({ ...text, default: 'b' }),
  ],
  ['error', 'request-parameter-default-value-removed', typed({ ...text, default: 'a' }), typed(text)],
  [
    'info',
    'request-parameter-max-items-increased',
    typed({ type: 'array', maxItems: 1 }),
    typed({ type: 'array', maxItems: 2 }),
  ],
  [
    'error',
    'request-parameter-max-items-decreased',
    typed({ type: 'array', maxItems: 2 }),
    typed({ type: 'array', maxItems: 1 }),
  ],
  [
    'warning',
    'request-parameter-min-items-set',
    typed({ type: 'array' }),
    typed({ type: 'array', minItems: 1 }),
  ],
  [
    'error',
    'request-parameter-min-items-increased',
    typed({ type: 'array', minItems: 1 }),
    typed({ type: 'array', minItems: 2 }),
  ],
  [
    'info',
    'request-parameter-min-items-decreased',
    typed({ type: 'array', minItems: 2 }),
    typed({ type: 'array', minItems: 1 }),
  ],
  ['warning', 'request-parameter-max-length-set', typed(text), typed({ ...text, maxLength: 2 })],
  [
    'info',
    'request-parameter-max-length-increased',
    typed({ ...text, maxLength: 1 }),
    typed({ ...text, maxLength: 2 }),
  ],
  [
    'error',
    'request-parameter-max-length-decreased',
    typed({ ...text, maxLength: 2 }),
    typed({ ...text, maxLength: 1 }),
  ],
  [
    'error',
    'request-parameter-min-length-increased',
    typed({ ...text, minLength: 1 }),
    typed({ ...text, minLength: 2 }),
  ],
  [
    'info',
    'request-parameter-min-length-decreased',
    typed({ ...text, minLength: 2 }),
    typed({ ...text, minLength: 1 }),
  ],
  ['warning', 'request-parameter-max-set', typed({ type: 'number' }), typed({ type: 'number', maximum: 2 })],
  [
    'info',
    'request-parameter-max-increased',
    typed({ type: 'number', maximum: 1 }),
    typed({ type: 'number', maximum: 2 }),
  ],
  [
    'error',
    'request-parameter-max-decreased',
    typed({ type: 'number', maximum: 2 }),
    typed({ type: 'number', maximum: 1 }),
  ],
  [
    'warning',
    'request-parameter-exclusive-max-set',
    typed({ type: 'number' }),
    typed({ type: 'number', exclusiveMaximum: 2 }),
  ],
  [
    'info',
    'request-parameter-exclusive-max-increased',
    typed({ type: 'number', exclusiveMaximum: 1 }),
    typed({ type: 'number', exclusiveMaximum: 2 }),
  ],
  [
    'error',
    'request-parameter-exclusive-max-decreased',
    typed({ type: 'number', exclusiveMaximum: 2 }),
    typed({ type: 'number', exclusiveMaximum: 1 }),
  ],
  ['warning', 'request-parameter-min-set', typed({ type: 'number' }), typed({ type: 'number', minimum: 2 })],
  [
    'error',
    'request-parameter-min-increased',
    typed({ type: 'number', minimum: 1 }),
    typed({ type: 'number', minimum: 2 }),
  ],
  [
    'info',
    'request-parameter-min-decreased',
    typed({ type: 'number', minimum: 2 }),
    typed({ type: 'number', minimum: 1 }),
  ],
  [
    'warning',
    'request-parameter-exclusive-min-set',
    typed({ type: 'number' }),
    typed({ type: 'number', exclusiveMinimum: 2 }),
  ],
  [
    'error',
    'request-parameter-exclusive-min-increased',
    typed({ type: 'number', exclusiveMinimum: 1 }),
    typed({ type: 'number', exclusiveMinimum: 2 }),
  ],
  [
    'info',
    'request-parameter-exclusive-min-decreased',
    typed({ type: 'number', exclusiveMinimum: 2 }),
    typed({ type: 'number', exclusiveMinimum: 1 }),
  ],
  ['error', 'request-parameter-pattern-added', typed(text), typed({ ...text, pattern: '^a' })],
  ['info', 'request-parameter-pattern-removed', typed({ ...text, pattern: '^a' }), typed(text)],
  [
    'warning',
    'request-parameter-pattern-changed',
    typed({ ...text, pattern: '^a' }),
    typed({ ...text, pattern: '^b' }),
  ],
  [
    'info',
    'request-parameter-pattern-generalized',
    typed({ ...text, pattern: '^a' }),
    typed({ ...text, pattern: '.*' }),
  ],
  ['error', 'request-parameter-type-changed', typed(text), typed({ type: 'integer' })],
  ['info', 'request-parameter-type-generalized', typed({ type: 'integer' }), typed(text)],
  [
    'info',
    'request-parameter-list-of-types-widened',
    typed({ anyOf: [{ type: 'integer' }, { type: 'boolean' }] }),
    typed({ anyOf: [{ type: 'integer' }, { type: 'boolean' }, { type: 'array' }] }),
  ],
  [
    'error',
    'request-parameter-list-of-types-narrowed',
    typed({ anyOf: [{ type: 'integer' }, { type: 'boolean' }] }),
    typed({ type: 'integer' }),
  ],
  [
    'error',
    'request-parameter-serialization-changed',
    typed(text),
    api({ parameters: [{ name: 'p', in: 'query', content: json(text) }] }),
  ],
  ['info', 'request-parameter-property-became-nullable', filter(text), filter({ type: ['string', 'null'] })],
  [
    'error',
    'request-parameter-property-became-not-nullable',
    filter({ type: ['string', 'null'] }),
    filter(text),
  ],
  [
    'info',
    'request-parameter-property-enum-value-added',
    filter({ enum: ['a'] }),
    filter({ enum: ['a', 'b'] }),
  ],
  [
    'error',
    'request-parameter-property-enum-value-removed',
    filter({ enum: ['a', 'b'] }),
    filter({ enum: ['a'] }),
  ],
  ['warning', 'request-parameter-property-type-changed', filter({ type: 'number' }), filter(text)],
  [
    'info',
    'request-parameter-property-type-generalized',
    filter({ type: 'integer' }),
    filter({ type: 'number' }),
  ],
  ['error', 'request-parameter-property-type-specialized', filter(text), filter({ type: 'number' })],
  [
    'info',
    'request-parameter-property-list-of-types-widened',
    filter({ anyOf: [{ type: 'integer' }, { type: 'boolean' }] }),
    filter({ anyOf: [{ type: 'integer' }, { type: 'boolean' }, { type: 'array' }] }),
  ],
  [
    'error',
    'request-parameter-property-list-of-types-narrowed',
    filter({ anyOf: [{ type: 'integer' }, { type: 'boolean' }] }),
    filter({ type: 'integer' }),
  ],
  [
    'error',
    'new-required-request-header-property',
    inHeader({}),
    inHeader({}, { properties: { it: {}, more: text }, required: ['more'] }),
  ],
  ['error', 'request-header-property-became-required', inHeader(text), inHeader(text, { required: ['it'] })],
  ['error', 'request-header-property-became-enum', inHeader(text), inHeader({ ...text, enum: ['a'] })],
];
