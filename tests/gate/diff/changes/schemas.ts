import type { Json, JsonObject } from '../../../../src/contract/json.ts';
import type { Level } from '../../../../src/gate/diff/types.ts';

/**
 * One kind of change of a schema, as ids name it, and how serious it is where clients send it and where they read it.
 * Undefined: it has no rule of that name there.
 */
export type SchemaChange = readonly [
  kind: string,
  old: JsonObject,
  fresh: JsonObject,
  request: Level | undefined,
  response: Level | undefined,
];

const text = { type: 'string' };
const number = { type: 'number' };
const list = { type: 'array', items: text };
const tuple = (...types: readonly string[]): JsonObject => ({
  type: 'array',
  prefixItems: types.map((type) => ({ type })),
});
const contains = (more: JsonObject = {}): JsonObject => ({ ...list, contains: { const: 'a' }, ...more });
const object = (more: JsonObject = {}): JsonObject => ({ type: 'object', ...more });
const pets = (...names: readonly string[]): Json[] =>
  names.map((name) => ({ $ref: `#/components/schemas/${name}` }));

const by = (mapping: JsonObject, propertyName = 'kind'): JsonObject => ({
  oneOf: pets('Cat', 'Dog'),
  discriminator: { propertyName, mapping },
});
const condition = (more: JsonObject): JsonObject => object({ if: { required: ['a'] }, ...more });
const then: JsonObject = Object.fromEntries([['then', { required: ['b'] }]]);
const or = { else: { required: ['c'] } };

/** Each is made in the body as a whole and in a property of it. */
export const schemaChanges: readonly SchemaChange[] = [
  ['type-changed', text, { type: 'boolean' }, 'error', 'error'],
  ['type-changed', number, text, 'error', 'error'],
  ['type-generalized', { type: 'integer' }, number, 'info', 'error'],
  ['type-generalized', text, {}, 'info', 'error'],
  ['type-generalized', { type: ['integer', 'string'] }, { type: ['number', 'string'] }, 'info', 'error'],
  ['type-changed', number, { type: 'integer' }, 'error', undefined],
  ['type-specialized', number, { type: 'integer' }, undefined, 'info'],
  ['type-changed', { type: ['string', 'integer'] }, text, 'error', undefined],
  ['type-changed', text, { ...text, format: 'uuid' }, 'error', undefined],
  ['type-specialized', text, { ...text, format: 'uuid' }, undefined, 'info'],
  ['type-changed', { ...text, format: 'date' }, { ...text, format: 'uuid' }, 'error', 'error'],
  ['type-generalized', { ...text, format: 'uuid' }, text, 'info', 'error'],
  [
    'list-of-types-widened',
    { anyOf: [text, number] },
    { anyOf: [text, number, { type: 'boolean' }] },
    'info',
    'error',
  ],
  ['list-of-types-narrowed', { oneOf: [text, number] }, number, 'error', 'info'],
  ['became-nullable', text, { type: ['string', 'null'] }, 'info', 'error'],
  [
    'became-nullable',
    { $ref: '#/components/schemas/Cat' },
    { oneOf: [{ type: 'null' }, ...pets('Cat')] },
    'info',
    'error',
  ],
  ['became-not-nullable', { type: ['string', 'null'] }, text, 'error', 'info'],

  ['became-enum', text, { ...text, enum: ['a'] }, 'error', 'info'],
  ['enum-value-removed', { enum: ['a', 'b'] }, { enum: ['a'] }, 'error', 'info'],
  ['enum-value-added', { enum: ['a'] }, { enum: ['a', 'b'] }, 'info', 'warning'],
  ['const-added', text, { ...text, const: 'a' }, 'error', 'info'],
  ['const-removed', { ...text, const: 'a' }, text, 'info', 'error'],
  ['const-changed', { const: 'a' }, { const: 'b' }, 'error', 'error'],
  ['default-value-added', text, { ...text, default: 'a' }, 'info', 'info'],
  ['default-value-removed', { ...text, default: 'a' }, text, 'info', 'info'],
  ['default-value-changed', { ...text, default: 'a' }, { ...text, default: 'b' }, 'info', 'info'],
  [
    'x-extensible-enum-value-removed',
    { 'x-extensible-enum': ['a', 'b'] },
    { 'x-extensible-enum': ['a'] },
    'error',
    'info',
  ],

  ['max-length-set', text, { ...text, maxLength: 5 }, 'warning', 'info'],
  ['max-length-increased', { ...text, maxLength: 5 }, { ...text, maxLength: 6 }, 'info', 'error'],
  ['max-length-decreased', { ...text, maxLength: 6 }, { ...text, maxLength: 5 }, 'error', 'info'],
  ['max-length-unset', { ...text, maxLength: 5 }, text, 'info', 'error'],
  ['min-length-increased', { ...text, minLength: 1 }, { ...text, minLength: 2 }, 'error', 'info'],
  ['min-length-decreased', { ...text, minLength: 2 }, { ...text, minLength: 1 }, 'info', 'error'],
  ['pattern-added', text, { ...text, pattern: '^a' }, 'error', 'info'],
  ['pattern-removed', { ...text, pattern: '^a' }, text, 'info', 'info'],
  ['pattern-changed', { ...text, pattern: '^a' }, { ...text, pattern: '^b' }, 'warning', 'info'],
  ['pattern-generalized', { ...text, pattern: '^a' }, { ...text, pattern: '.*' }, 'info', 'info'],
  ['max-set', number, { ...number, maximum: 5 }, 'warning', 'info'],
  ['max-increased', { ...number, maximum: 5 }, { ...number, maximum: 6 }, 'info', 'error'],
  ['max-decreased', { ...number, maximum: 6 }, { ...number, maximum: 5 }, 'error', 'info'],
  ['max-unset', { ...number, maximum: 6 }, number, 'info', 'error'],
  ['min-set', number, { ...number, minimum: 5 }, 'warning', 'info'],
  ['min-increased', { ...number, minimum: 5 }, { ...number, minimum: 6 }, 'error', 'info'],
  ['min-decreased', { ...number, minimum: 6 }, { ...number, minimum: 5 }, 'info', 'error'],
  ['exclusive-max-set', number, { ...number, exclusiveMaximum: 5 }, 'warning', 'info'],
  [
    'exclusive-max-increased',
    { ...number, exclusiveMaximum: 5 },
    { ...number, exclusiveMaximum: 6 },
    'info',
    'error',
  ],
  [
    'exclusive-max-decreased',
    { ...number, exclusiveMaximum: 6 },
    { ...number, exclusiveMaximum: 5 },
    'error',
    'info',
  ],
  ['exclusive-min-set', number, { ...number, exclusiveMinimum: 5 }, 'warning', 'info'],
  [
    'exclusive-min-increased',
    { ...number, exclusiveMinimum: 5 },
    { ...number, exclusiveMinimum: 6 },
    'error',
    'info',
  ],
  [
    'exclusive-min-decreased',
    { ...number, exclusiveMinimum: 6 },
    { ...number, exclusiveMinimum: 5 },
    'info',
    'error',
  ],
  ['multiple-of-changed', { ...number, multipleOf: 3 }, { ...number, multipleOf: 2 }, 'error', 'error'],
  ['multiple-of-added', { ...number, multipleOf: 0.1 }, { ...number, multipleOf: 0.3 }, 'error', 'info'],

  ['min-items-set', list, { ...list, minItems: 1 }, 'warning', 'info'],
  ['min-items-increased', { ...list, minItems: 1 }, { ...list, minItems: 2 }, 'error', 'info'],
  ['min-items-decreased', { ...list, minItems: 2 }, { ...list, minItems: 1 }, 'info', 'error'],
  ['min-items-unset', { ...list, minItems: 2 }, list, 'info', 'error'],
  ['max-items-decreased', { ...list, maxItems: 2 }, { ...list, maxItems: 1 }, 'error', 'info'],
  ['unique-items-added', list, { ...list, uniqueItems: true }, 'error', 'info'],
  ['prefix-items-added', tuple('string'), tuple('string', 'number'), 'info', 'error'],
  ['prefix-items-removed', tuple('string', 'number'), tuple('string'), 'error', 'warning'],
  ['contains-added', list, contains(), 'error', 'info'],
  ['contains-removed', contains(), list, 'info', 'error'],
  ['min-contains-increased', contains({ minContains: 1 }), contains({ minContains: 2 }), 'error', 'info'],
  ['min-contains-decreased', contains({ minContains: 2 }), contains({ minContains: 1 }), 'info', 'error'],
  ['max-contains-increased', contains({ maxContains: 3 }), contains({ maxContains: 4 }), 'info', 'error'],
  ['max-contains-decreased', contains({ maxContains: 4 }), contains({ maxContains: 3 }), 'error', 'info'],
  [
    'unevaluated-items-added',
    tuple('string'),
    { ...tuple('string'), unevaluatedItems: false },
    'error',
    'info',
  ],
  [
    'unevaluated-items-removed',
    { ...tuple('string'), unevaluatedItems: false },
    tuple('string'),
    'info',
    'error',
  ],

  ['pattern-property-added', object(), object({ patternProperties: { '^x-': text } }), 'error', 'info'],
  ['pattern-property-removed', object({ patternProperties: { '^x-': text } }), object(), 'info', 'error'],
  ['property-names-added', object(), object({ propertyNames: { pattern: '^a' } }), 'error', 'info'],
  ['property-names-removed', object({ propertyNames: { pattern: '^a' } }), object(), 'info', 'error'],
  ['dependent-required-added', object(), object({ dependentRequired: { a: ['b'] } }), 'error', 'info'],
  ['dependent-required-removed', object({ dependentRequired: { a: ['b'] } }), object(), 'info', 'error'],
  [
    'dependent-required-changed',
    object({ dependentRequired: { a: ['b'] } }),
    object({ dependentRequired: { a: ['c'] } }),
    'error',
    'error',
  ],
  [
    'dependent-schema-added',
    object(),
    object({ dependentSchemas: { a: { required: ['b'] } } }),
    'error',
    'info',
  ],
  [
    'dependent-schema-removed',
    object({ dependentSchemas: { a: { required: ['b'] } } }),
    object(),
    'info',
    'error',
  ],
  ['unevaluated-properties-added', object(), object({ unevaluatedProperties: false }), 'error', 'info'],
  ['unevaluated-properties-removed', object({ unevaluatedProperties: false }), object(), 'info', 'error'],
  ['additional-properties-disallowed', object(), object({ additionalProperties: false }), 'error', 'info'],
  ['additional-properties-allowed', object({ additionalProperties: false }), object(), 'info', 'info'],

  ['if-added', object(), condition(then), 'error', 'info'],
  ['if-removed', condition(then), object(), 'info', 'error'],
  ['then-added', condition(or), condition({ ...then, ...or }), 'error', 'info'],
  ['then-removed', condition({ ...then, ...or }), condition(or), 'info', 'error'],
  ['else-added', condition(then), condition({ ...then, ...or }), 'error', 'info'],
  ['else-removed', condition({ ...then, ...or }), condition(then), 'info', 'error'],

  ['any-of-added', { anyOf: pets('Cat', 'Dog') }, { anyOf: pets('Cat', 'Dog', 'Fish') }, 'info', 'error'],
  ['any-of-removed', { anyOf: pets('Cat', 'Dog', 'Fish') }, { anyOf: pets('Cat', 'Dog') }, 'error', 'info'],
  ['one-of-added', { oneOf: pets('Cat', 'Dog') }, { oneOf: pets('Cat', 'Dog', 'Fish') }, 'info', 'error'],
  ['one-of-removed', { oneOf: pets('Cat', 'Dog', 'Fish') }, { oneOf: pets('Cat', 'Dog') }, 'error', 'info'],
  ['all-of-added', { allOf: pets('Cat', 'Dog') }, { allOf: pets('Cat', 'Dog', 'Fish') }, 'error', 'info'],
  ['all-of-removed', { allOf: pets('Cat', 'Dog', 'Fish') }, { allOf: pets('Cat', 'Dog') }, 'warning', 'info'],
  [
    'all-of-added-annotation-only',
    { allOf: pets('Cat') },
    { allOf: [...pets('Cat'), { title: 'A cat' }] },
    'info',
    'info',
  ],
  [
    'all-of-removed-annotation-only',
    { allOf: [...pets('Cat'), { title: 'A cat' }] },
    { allOf: pets('Cat') },
    'info',
    'info',
  ],
  [
    'wrapped-in-one-of',
    object({ required: ['a', 'b'] }),
    { oneOf: [object({ required: ['a'] }), object({ required: ['b'] })] },
    'error',
    'error',
  ],
  ['not-added', text, { ...text, not: { maxLength: 1 } }, 'error', 'info'],

  ['discriminator-added', { oneOf: pets('Cat', 'Dog') }, by({}), 'info', 'info'],
  ['discriminator-removed', by({}), { oneOf: pets('Cat', 'Dog') }, 'info', 'info'],
  ['discriminator-property-name-changed', by({}), by({}, 'sort'), 'info', 'info'],
  ['discriminator-mapping-added', by({}), by({ cat: '#/components/schemas/Cat' }), 'info', 'info'],
  ['discriminator-mapping-deleted', by({ cat: '#/components/schemas/Cat' }), by({}), 'info', 'info'],
  [
    'discriminator-mapping-changed',
    by({ it: '#/components/schemas/Cat' }),
    by({ it: '#/components/schemas/Dog' }),
    'info',
    'info',
  ],

  ['content-schema-added', text, { ...text, contentSchema: object() }, 'error', 'info'],
  ['content-schema-removed', { ...text, contentSchema: object() }, text, 'info', 'error'],
  [
    'content-media-type-changed',
    { ...text, contentMediaType: 'text/csv' },
    { ...text, contentMediaType: 'text/html' },
    'error',
    'error',
  ],
  [
    'content-encoding-changed',
    { ...text, contentEncoding: 'base64' },
    { ...text, contentEncoding: 'base32' },
    'error',
    'error',
  ],
];

/** What the changes refer to. */
export const animals: JsonObject = {
  schemas: {
    Cat: object({ properties: { kind: text, meow: text }, required: ['meow'] }),
    Dog: object({ properties: { kind: text, bark: text }, required: ['bark'] }),
    Fish: object({ properties: { kind: text, swim: text }, required: ['swim'] }),
  },
};
