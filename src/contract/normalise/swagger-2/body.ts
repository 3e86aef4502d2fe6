import { text } from '../../document/members.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { collectionStyle, valueSchema } from './parameter.ts';

const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** The body parameter, else all form fields together, for every media type the operation consumes. */
export function convertRequestBody(
  parameters: readonly JsonObject[],
  consumes: readonly string[],
): JsonObject | undefined {
  const body = parameters.find(({ in: place }) => place === 'body');
  if (body) return convertBody(body, consumes);
  const fields = parameters.filter(({ in: place }) => place === 'formData');
  return fields.length > 0 ? convertForm(fields, consumes) : undefined;
}

function convertBody(body: JsonObject, consumes: readonly string[]): JsonObject {
  const types = consumes.filter((type) => !formTypes.includes(type));
  const schema = isObject(body.schema) ? { schema: body.schema } : {};
  const examples = isObject(body['x-examples']) ? body['x-examples'] : {};
  const chosen = types.length > 0 ? types : ['application/json'];
  return {
    ...(text(body.description) === undefined ? {} : { description: body.description ?? null }),
    required: body.required === true,
    content: Object.fromEntries(
      chosen.map((type) => [
        type,
        { ...schema, ...(examples[type] === undefined ? {} : { example: examples[type] }) },
      ]),
    ),
  };
}

function convertForm(fields: readonly JsonObject[], consumes: readonly string[]): JsonObject {
  const types = consumes.filter((type) => formTypes.includes(type));
  const chosen =
    types.length > 0
      ? types
      : [
          fields.some(({ type }) => type === 'file')
            ? 'multipart/form-data'
            : 'application/x-www-form-urlencoded',
        ];
  const required = fields.filter((field) => field.required === true).map(({ name }) => String(name));
  const schema = {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [String(field.name), fieldSchema(field)])),
    ...(required.length > 0 ? { required } : {}),
  };
  const encoding = Object.fromEntries(
    fields
      .filter(({ type }) => type === 'array')
      .map((field) => [String(field.name), collectionStyle(field)]),
  );
  return {
    required: required.length > 0,
    content: Object.fromEntries(chosen.map((type) => [type, { schema, encoding }])),
  };
}

function fieldSchema(field: JsonObject): JsonObject {
  const description = text(field.description);
  return { ...valueSchema(field), ...(description === undefined ? {} : { description }) };
}
