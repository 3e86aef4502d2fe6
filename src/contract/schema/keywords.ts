import { isObject } from '../json.ts';

/** How the value of a keyword is read: as data, or as one or several schemas that apply to this value or to a part of it. */
export interface Keyword {
  readonly holds: 'data' | 'schema' | 'schemas' | 'schema-map';
  /** The schemas in it judge the same value, not a part of it. */
  readonly inPlace: boolean;
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

const data = (accepts: (value: unknown) => boolean): Keyword => ({ holds: 'data', inPlace: false, accepts });
const schema = (inPlace: boolean): Keyword => ({ holds: 'schema', inPlace, accepts: isSchema });
const schemas = (inPlace: boolean): Keyword => ({
  holds: 'schemas',
  inPlace,
  accepts: (value) => Array.isArray(value) && value.length > 0 && value.every(isSchema),
});
const schemaMap = (inPlace: boolean): Keyword => ({
  holds: 'schema-map',
  inPlace,
  accepts: isMapOf(isSchema),
});

/** Every keyword of JSON Schema 2020-12 that can reject a value. Others (`title`, `example`, `xml`, …) never reach the validator. */
export const keywords: ReadonlyMap<string, Keyword> = new Map([
  ['type', data(isType)],
  ['enum', data((value) => Array.isArray(value) && value.length > 0)],
  ['const', data(() => true)],
  ['multipleOf', data(isPositive)],
  ['maximum', data(isNumber)],
  ['exclusiveMaximum', data(isNumber)],
  ['minimum', data(isNumber)],
  ['exclusiveMinimum', data(isNumber)],
  ['maxLength', data(isCount)],
  ['minLength', data(isCount)],
  ['pattern', data(isString)],
  ['format', data(isString)],
  ['maxItems', data(isCount)],
  ['minItems', data(isCount)],
  ['uniqueItems', data(isBoolean)],
  ['maxContains', data(isCount)],
  ['minContains', data(isCount)],
  ['maxProperties', data(isCount)],
  ['minProperties', data(isCount)],
  ['required', data(isStrings)],
  ['dependentRequired', data(isMapOf(isStrings))],
  ['$ref', data(isString)],
  ['$dynamicRef', data(isString)],
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
