import { saysJson } from '../../document/media-types.ts';
import { object, objects, text } from '../../document/members.ts';
import type { Json, JsonObject } from '../../json.ts';
import { describe } from './describe.ts';
import { inferSchema } from './infer-schema.ts';

/** A media type with its content, as under `content`. */
export type Content = readonly [mediaType: string, media: JsonObject];

/** A saved request body. `declared` is its Content-Type header, which wins over what Postman's editor was set to. */
export function convertBody(raw: Json | undefined, declared: string | undefined): Content | undefined {
  const body = object(raw);
  if (body.disabled === true) return undefined;
  switch (body.mode) {
    case 'raw':
      return text(body.raw)
        ? convertText(text(body.raw) ?? '', declared ?? languageType(body.options))
        : undefined;
    case 'urlencoded':
      return convertFields(objects(body.urlencoded), declared ?? 'application/x-www-form-urlencoded');
    case 'formdata':
      return convertFields(objects(body.formdata), declared ?? 'multipart/form-data');
    case 'graphql':
      return convertValue(body.graphql ?? {}, declared ?? 'application/json');
    case 'file':
      return [declared ?? 'application/octet-stream', { schema: { type: 'string', format: 'binary' } }];
    default:
      return undefined;
  }
}

const languages: Readonly<Record<string, string>> = {
  json: 'application/json',
  xml: 'application/xml',
  html: 'text/html',
  javascript: 'application/javascript',
};

function languageType(options: Json | undefined): string | undefined {
  return languages[String(object(object(options).raw).language)];
}

/** A text with its example; JSON is parsed and its schema inferred. */
export function convertText(body: string, declared: string | undefined): Content {
  const parsed = declared === undefined || saysJson(declared) ? parseJson(body) : undefined;
  if (parsed !== undefined && (declared !== undefined || typeof parsed === 'object')) {
    return convertValue(parsed, declared ?? 'application/json');
  }
  return [declared ?? 'text/plain', { example: body }];
}

const convertValue = (value: Json, type: string): Content => [
  type,
  { schema: inferSchema(value), example: value },
];

function parseJson(body: string): Json | undefined {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function convertFields(raw: readonly JsonObject[], type: string): Content {
  const fields = raw.filter((field) => field.disabled !== true && typeof field.key === 'string');
  const schema = {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [String(field.key), fieldSchema(field)])),
  };
  const values = fields.filter((field) => field.type !== 'file' && field.value !== undefined);
  const example = Object.fromEntries(values.map((field) => [String(field.key), String(field.value)]));
  return [type.split(';', 1)[0]?.trim() ?? type, { schema, example }];
}

function fieldSchema(field: JsonObject): JsonObject {
  const isFile = field.type === 'file';
  return { type: 'string', ...(isFile ? { format: 'binary' } : {}), ...describe(field.description) };
}
