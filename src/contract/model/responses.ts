import { extensions, flag, object, text } from '../document/members.ts';
import { isObject, type Json } from '../json.ts';
import type { Context } from '../normalise/context.ts';
import type { Header, RequestBody, Response } from '../types.ts';
import { readExamples } from './examples.ts';
import { readContent } from './media-type.ts';

/** Undefined when there is none, or a reference to nowhere. */
export function readRequestBody(raw: Json | undefined, context: Context): RequestBody | undefined {
  const body = context.resolver.resolve(raw);
  if (!isObject(body)) return undefined;
  return { required: flag(body.required), content: readContent(body.content, context) };
}

/** Keyed `200`, `4XX` or `default`, in document order. JavaScript puts whole numbers first. */
export function readResponses(raw: Json | undefined, context: Context): ReadonlyMap<string, Response> {
  const entries = Object.entries(object(raw)).filter(([key]) => !key.startsWith('x-'));
  return new Map(entries.map(([key, value]) => [statusKey(key), readResponse(key, value, context)]));
}

const statusKey = (key: string): string => (key.toLowerCase() === 'default' ? 'default' : key.toUpperCase());

function readResponse(key: string, raw: Json, context: Context): Response {
  const response = object(context.resolver.resolve(raw));
  return {
    status: statusKey(key),
    description: text(response.description) ?? '',
    content: readContent(response.content, context),
    headers: readHeaders(response.headers, context),
    extensions: extensions(response),
  };
}

/** Keyed by lower-case name. `Content-Type` is described by `content`, never here (OpenAPI, Response Object). */
function readHeaders(raw: Json | undefined, context: Context): ReadonlyMap<string, Header> {
  const entries = Object.entries(object(raw)).filter(([name]) => name.toLowerCase() !== 'content-type');
  return new Map(entries.map(([name, value]) => [name.toLowerCase(), readHeader(name, value, context)]));
}

function readHeader(name: string, raw: Json, context: Context): Header {
  const header = object(context.resolver.resolve(raw));
  const schema = context.schema(header.schema);
  return {
    name,
    required: flag(header.required),
    deprecated: flag(header.deprecated),
    ...(schema === undefined ? {} : { schema }),
    ...(isObject(header.content) ? { content: readContent(header.content, context) } : {}),
    explode: flag(header.explode),
    ...readExamples(header, context),
  };
}
