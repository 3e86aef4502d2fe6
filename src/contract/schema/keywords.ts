import { isObject } from '../json.ts';

/** How the value of a keyword is read: as data, or as one or several schemas that apply to this value or to a part of it. */
export interface Keyword {
  readonly holds: 'data' | 'schema' | 'schemas' | 'schema-map';
  /** The schemas in it judge the same value, not a part of it. */
  readonly inPlace: boolean;
  /** What it accepts, in words. */
  readonly expects: string;
  readonly accepts: (value: unknown) => boolean;
}

const typeNames = new Set(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string']);
const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
const isCount = (value: unknown) => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isPositive = (value: unknown) => typeof value === 'number' && value > 0;
const isString = (value: unknown) => typeof value === 'string';
const isBoolean = (value: unknown) => typeof value === 'boolean';
const isStrings = (value: unknown) => Array.isArray(value) && value.every(isString);
const isSchema = (value: unknown) => isBoolean(value) || isObject(value);
const isTypeName = (value: unknown) => typeof value === 'string' && typeNames.has(value);
const isType = (value: unknown) =>
  isTypeName(value) || (Array.isArray(value) && value.length > 0 && value.every(isTypeName));
const isMapOf = (accepts: (value: unknown) => boolean) => (value: unknown) =>
  isObject(value) && Object.values(value).every(accepts);

type Accepts = Keyword['accepts'];

const data = (accepts: Accepts, expects: string): Keyword => ({
  holds: 'data',
  inPlace: false,
  expects,
  accepts,
});
const schema = (inPlace: boolean): Keyword => ({
  holds: 'schema',
  inPlace,
  expects: 'a schema',
  accepts: isSchema,
});
const schemas = (inPlace: boolean): Keyword => ({
  holds: 'schemas',
  inPlace,
  expects: 'a list of schemas',
  accepts: (value) => Array.isArray(value) && value.length > 0 && value.every(isSchema),
});
const schemaMap = (inPlace: boolean): Keyword => ({
  holds: 'schema-map',
  inPlace,
  expects: 'an object',
  accepts: isMapOf(isSchema),
});

const count = data(isCount, 'a whole number from 0 on');
const number = data(isNumber, 'a number');
const text = data(isString, 'a text');

/** Every keyword of JSON Schema 2020-12 that can reject a value. Others (`title`, `example`, `xml`, …) never reach the validator. */
export const keywords: ReadonlyMap<string, Keyword> = new Map([
  ['type', data(isType, 'a type or several')],
  ['enum', data((value) => Array.isArray(value) && value.length > 0, 'a list of values')],
  ['const', data(() => true, 'anything')],
  ['multipleOf', data(isPositive, 'a number above 0')],
  ['maximum', number],
  ['exclusiveMaximum', number],
  ['minimum', number],
  ['exclusiveMinimum', number],
  ['maxLength', count],
  ['minLength', count],
  ['pattern', text],
  ['format', text],
  ['maxItems', count],
  ['minItems', count],
  ['uniqueItems', data(isBoolean, 'true or false')],
  ['maxContains', count],
  ['minContains', count],
  ['maxProperties', count],
  ['minProperties', count],
  ['required', data(isStrings, 'a list of names')],
  ['dependentRequired', data(isMapOf(isStrings), 'a list of names for each member')],
  ['$ref', text],
  ['$dynamicRef', text],
  ['allOf', schemas(true)],
  ['anyOf', schemas(true)],
  ['oneOf', schemas(true)],
  ['not', schema(true)],
  ['if', schema(true)],
  ['then', schema(true)],
  ['else', schema(true)],
  ['dependentSchemas', schemaMap(true)],
  ['properties', schemaMap(false)],
  ['patternProperties', schemaMap(false)],
  ['additionalProperties', schema(false)],
  ['propertyNames', schema(false)],
  ['unevaluatedProperties', schema(false)],
  ['prefixItems', schemas(false)],
  ['items', schema(false)],
  ['contains', schema(false)],
  ['unevaluatedItems', schema(false)],
]);
