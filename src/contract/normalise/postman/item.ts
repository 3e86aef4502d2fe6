import { object, objects, text } from '../../document/members.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { convertBody } from './body.ts';
import { describe } from './describe.ts';
import { contentType, nameOf, readHeaders } from './headers.ts';
import { convertResponses } from './response.ts';
import type { Schemes } from './security.ts';
import { type ConvertedUrl, convertUrl } from './url.ts';
import { substitute, type Variables } from './variables.ts';

/** A Postman request as an operation. */
export interface ConvertedItem {
  readonly path: string;
  readonly method: string;
  readonly server: string | undefined;
  readonly operation: JsonObject;
}

/** What a request inherits from its folders. */
export interface Inherited {
  readonly variables: Variables;
  readonly auth: Json | undefined;
  /** Names of the folders around, outermost first. */
  readonly folders: readonly string[];
}

/** A request is an object, or nothing but its URL. None at all is no operation. */
export function convertItem(
  item: JsonObject,
  { variables, auth, folders }: Inherited,
  schemes: Schemes,
): readonly ConvertedItem[] {
  if (item.request === undefined) return [];
  const raw = isObject(item.request) ? item.request : { url: item.request };
  // The URL is taken apart first: a base URL in a variable is a server, its path is no part of the operation's.
  const url = convertUrl(raw.url, variables);
  const request = object(substitute(raw, variables));
  const headers = readHeaders(request.header);
  const body = convertBody(request.body, contentType(headers));
  const operation = {
    ...(text(item.name) === undefined ? {} : { summary: text(item.name) ?? '' }),
    ...describe(request.description ?? item.description),
    ...(folders.length > 0 ? { tags: [folders.join(' / ')] } : {}),
    parameters: [...pathParameters(url), ...queryParameters(url), ...headerParameters(headers)],
    ...(body ? { requestBody: { content: { [body[0]]: body[1] } } } : {}),
    responses: convertResponses(objects(substitute(item.response ?? [], variables))),
    security: schemes.requirement(substitute(request.auth ?? item.auth ?? auth ?? null, variables)),
    ...(url.server === undefined ? {} : { servers: [{ url: url.server }] }),
  };
  const method = text(request.method) ?? 'GET';
  return [{ path: url.path, method, server: url.server, operation }];
}

function pathParameters({ path, variables }: ConvertedUrl): JsonObject[] {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
  return names.map((name) => {
    const saved = variables.find((variable) => (variable.key ?? variable.id) === name) ?? {};
    return parameter(name, 'path', saved, true);
  });
}

const queryParameters = ({ query }: ConvertedUrl): JsonObject[] =>
  query.map((pair) => parameter(text(pair.key) ?? '', 'query', pair, pair.disabled !== true));

/** What the body and the answer are is said by `content`, who asks by `security`. */
const saidElsewhere = new Set(['content-type', 'accept', 'authorization']);

const headerParameters = (headers: readonly JsonObject[]): JsonObject[] =>
  headers
    .filter((header) => !saidElsewhere.has(nameOf(header).toLowerCase()))
    .map((header) => parameter(nameOf(header), 'header', header, header.disabled !== true));

/** What a saved request sends is taken for required; what is switched off in it, for optional. */
function parameter(name: string, place: string, saved: JsonObject, required: boolean): JsonObject {
  const value = text(saved.value) ?? '';
  return {
    name,
    in: place,
    required,
    ...describe(saved.description),
    schema: { type: 'string' },
    ...(value === '' || value.includes('{{') ? {} : { example: value }),
  };
}
