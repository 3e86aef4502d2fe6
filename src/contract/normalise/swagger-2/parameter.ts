import { extensions } from '../../document/members.ts';
import type { Json, JsonObject } from '../../json.ts';

const schemaMembers = [
  'type',
  'format',
  'items',
  'default',
  'enum',
  'maximum',
  'exclusiveMaximum',
  'minimum',
  'exclusiveMinimum',
  'maxLength',
  'minLength',
  'pattern',
  'maxItems',
  'minItems',
  'uniqueItems',
  'multipleOf',
  'title',
  'x-nullable',
];

/** The schema of a 2.0 parameter, header or form field: the members that describe its value. */
export function valueSchema(item: JsonObject): JsonObject {
  const members = schemaMembers
    .filter((name) => Object.hasOwn(item, name))
    .map((name) => [name, item[name] ?? null]);
  // Said explicitly, it forbids the empty value; left out, it means nothing for texts.
  return { ...Object.fromEntries(members), ...(item.allowEmptyValue === false ? { minLength: 1 } : {}) };
}

/** A path, query or header parameter in its OpenAPI 3 form. */
export function convertParameter(parameter: JsonObject): JsonObject {
  const { name, in: place, description, required, allowEmptyValue, 'x-example': example } = parameter;
  return {
    ...extensions(parameter),
    name: name ?? null,
    in: place ?? null,
    ...(description === undefined ? {} : { description }),
    ...(required === undefined ? {} : { required }),
    ...(allowEmptyValue === undefined ? {} : { allowEmptyValue }),
    ...(parameter['x-deprecated'] === true ? { deprecated: true } : {}),
    ...(example === undefined ? {} : { example }),
    ...collectionStyle(parameter),
    schema: valueSchema(parameter),
  };
}

/**
 * `collectionFormat` as style and explode. Without one a list is comma-separated, which in a query is `form` without
 * explode (OpenAPI 2.0, Parameter Object).
 */
export function collectionStyle({ type, collectionFormat, in: place }: JsonObject): JsonObject {
  if (type !== 'array' || (place !== 'query' && place !== 'formData')) return {};
  return queryStyles[String(collectionFormat)] ?? { style: 'form', explode: false };
}

const queryStyles: Readonly<Record<string, Readonly<Record<'style' | 'explode', Json>>>> = {
  multi: { style: 'form', explode: true },
  ssv: { style: 'spaceDelimited', explode: false },
  tsv: { style: 'tabDelimited', explode: false },
  pipes: { style: 'pipeDelimited', explode: false },
};
