import { list, object, objects, text } from '../../document/members.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { decodeQuery } from '../../parameters/pairs.ts';
import { substitute, type Variables } from './variables.ts';

/** A request's URL in OpenAPI's words. */
export interface ConvertedUrl {
  /** `/users/{id}` */
  readonly path: string;
  /** Scheme, host and what a base URL variable brought along; undefined when it is not known. */
  readonly server: string | undefined;
  /** `{key, value, disabled, description}` as Postman writes them. */
  readonly query: readonly JsonObject[];
  /** Path parameters with the value they were saved with. */
  readonly variables: readonly JsonObject[];
}

/** A URL is a text, or an object with its parts; an object may also hold nothing but `raw`. */
export function convertUrl(raw: Json | undefined, known: Variables): ConvertedUrl {
  const parts = typeof raw === 'string' ? parseRaw(raw) : completeUrl(object(raw));
  const url = object(substitute(parts, known));
  const segments = segmentsOf(url.path);
  const variables = objects(url.variable);
  return {
    path: `/${segments.map(template).join('/')}`,
    server: serverOf(url),
    query: objects(url.query),
    variables,
  };
}

function completeUrl(url: JsonObject): JsonObject {
  if (url.path !== undefined || url.host !== undefined || typeof url.raw !== 'string') return url;
  return { ...parseRaw(url.raw), ...url };
}

/** `{{base}}/users/:id?x=1#f` → its parts; what stands before the first slash is the host. */
function parseRaw(raw: string): JsonObject {
  const [beforeFragment = ''] = raw.split('#', 1);
  const [address = '', ...query] = beforeFragment.split('?');
  const match = /^(?:([a-z][a-z\d+.-]*):\/\/)?([^/]*)(.*)$/i.exec(address);
  const [, protocol, host = '', path = ''] = match ?? [];
  return {
    ...(protocol === undefined ? {} : { protocol }),
    host: host === '' ? [] : [host],
    path: path.replace(/^\//, ''),
    query: query.length === 0 ? [] : query.join('?').split('&').map(parsePair),
  };
}

function parsePair(pair: string): JsonObject {
  const [key = '', ...value] = pair.split('=');
  return { key: decodeQuery(key), value: decodeQuery(value.join('=')) };
}

/** The path is a text, or a list of texts and `{value}`. */
function segmentsOf(path: Json | undefined): readonly string[] {
  if (typeof path === 'string') return path.replace(/^\//, '').split('/');
  return list(path).map((segment) => (isObject(segment) ? (text(segment.value) ?? '') : String(segment)));
}

/** `:id` and a variable nobody set, `{{id}}`, are path parameters. */
function template(segment: string): string {
  return segment.replace(/^:(.+)$/, '{$1}').replaceAll(/\{\{([^{}]+)\}\}/g, '{$1}');
}

function serverOf({ protocol, host, port }: JsonObject): string | undefined {
  const address = typeof host === 'string' ? host : list(host).map(String).join('.');
  if (address === '' || address.includes('{{')) return undefined;
  const withScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(address)
    ? address
    : `${text(protocol) ?? 'http'}://${address}`;
  const withPort = port === undefined || port === '' ? withScheme : `${withScheme}:${String(port)}`;
  return withPort.replace(/\/$/, '');
}
