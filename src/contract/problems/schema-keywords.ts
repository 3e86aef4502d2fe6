import { isObject, type Json } from '../json.ts';

interface Keyword {
  readonly expects: string;
  readonly accepts: (value: Json) => boolean;
}

const isSchema = (value: Json): boolean => isObject(value) || typeof value === 'boolean';

const count: Keyword = {
  expects: 'a whole number from 0 on',
  accepts: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
};
const number: Keyword = { expects: 'a number', accepts: (value) => typeof value === 'number' };
const flag: Keyword = { expects: 'true or false', accepts: (value) => typeof value === 'boolean' };
const text: Keyword = { expects: 'a text', accepts: (value) => typeof value === 'string' };
const map: Keyword = { expects: 'an object', accepts: isObject };
const schemas: Keyword = {
  expects: 'a list of schemas',
  accepts: (value) => Array.isArray(value) && value.length > 0,
};
const names: Keyword = {
  expects: 'a list of names',
  accepts: (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
};

/** What each keyword of JSON Schema may hold. Where versions differ, `check-schema` tells. */
export const keywords: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'].map(each(count)),
  ...['minimum', 'maximum'].map(each(number)),
  ['multipleOf', { expects: 'a number above 0', accepts: (value) => typeof value === 'number' && value > 0 }],
  ...['uniqueItems', 'readOnly', 'writeOnly', 'deprecated', 'nullable'].map(each(flag)),
  ...['pattern', 'format', '$ref'].map(each(text)),
  ...['properties', 'patternProperties', '$defs', 'dependentSchemas'].map(each(map)),
  ...['allOf', 'anyOf', 'oneOf', 'prefixItems'].map(each(schemas)),
  ['required', names],
  ['enum', { expects: 'a list of values', accepts: (value) => Array.isArray(value) && value.length > 0 }],
  ['items', { expects: 'a schema (a list of schemas is `prefixItems`)', accepts: isSchema }],
]);

function each(keyword: Keyword): (name: string) => [string, Keyword] {
  return (name) => [name, keyword];
}
