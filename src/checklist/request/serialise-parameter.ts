import type { Json } from '../../contract/json.ts';
import { isObject } from '../../contract/json.ts';
import type { Parameter } from '../../contract/types.ts';
import { toText } from '../expressions/text.ts';
import type { Argument } from '../types.ts';

/** How OpenAPI writes a parameter (3.1 section 4.8.12.2.2 "style"): style, explode, allowReserved. */
interface Manner {
  readonly style: string;
  readonly explode: boolean;
  readonly encode: (text: string) => string;
}

const defaultStyles = {
  path: 'simple',
  header: 'simple',
  query: 'form',
  cookie: 'form',
  querystring: 'form',
} as const;

/** A path parameter as it stands in the path, percent-encoded. */
export function serialisePath(argument: Argument, value: Json): string {
  const { name } = argument;
  const manner = mannerOf(argument, encodeURIComponent);
  const content = serialiseContent(argument, value);
  if (content !== undefined) return manner.encode(content);
  if (manner.style === 'label') return label(value, manner);
  if (manner.style === 'matrix') return matrix(name, value, manner);
  return simple(value, manner);
}

/** `name=value` pairs of a query parameter, percent-encoded; none for an empty list or null. */
export function serialiseQuery(argument: Argument, value: Json): string[] {
  const { name } = argument;
  const manner = mannerOf(argument, argument.parameter?.allowReserved ? encodeUnsafe : encodeURIComponent);
  const content = serialiseContent(argument, value);
  if (content !== undefined) return [`${encodeURIComponent(name)}=${manner.encode(content)}`];
  return form(name, value, manner);
}

/** A header value (style `simple`), never percent-encoded. */
export function serialiseHeader(argument: Argument, value: Json): string {
  return (
    serialiseContent(argument, value) ??
    simple(
      value,
      mannerOf(argument, (text) => text),
    )
  );
}

/** `name=value` of a cookie. Cookies are not exploded into several: RFC 6265 separates them by "; ". */
export function serialiseCookie(argument: Argument, value: Json): string {
  const manner = {
    ...mannerOf(argument, (text: string) => text.replaceAll(/[\s;,"\\]/g, encodeURIComponent)),
    explode: false,
  };
  return form(argument.name, value, manner).join('; ') || `${argument.name}=`;
}

function mannerOf({ in: place = 'query', parameter }: Argument, encode: Manner['encode']): Manner {
  const style = parameter?.style ?? defaultStyles[place];
  return { style, explode: parameter?.explode ?? style === 'form', encode };
}

/** A parameter with `content` instead of `schema` is written as that media type: JSON here. */
function serialiseContent(
  { parameter }: { readonly parameter?: Parameter },
  value: Json,
): string | undefined {
  if (!parameter?.content) return undefined;
  return toText(value);
}

function simple(value: Json, { explode, encode }: Manner): string {
  return pieces(value, explode ? '=' : ',', encode).join(',');
}

function label(value: Json, { explode, encode }: Manner): string {
  return `.${pieces(value, explode ? '=' : ',', encode).join(explode ? '.' : ',')}`;
}

function matrix(name: string, value: Json, { explode, encode }: Manner): string {
  if (!explode || (!Array.isArray(value) && !isObject(value)))
    return `;${name}=${pieces(value, ',', encode).join(',')}`;
  if (isObject(value))
    return pieces(value, '=', encode)
      .map((piece) => `;${piece}`)
      .join('');
  return pieces(value, ',', encode)
    .map((piece) => `;${name}=${piece}`)
    .join('');
}

const delimiters: Readonly<Record<string, string>> = { spaceDelimited: '%20', pipeDelimited: '%7C' };

function form(name: string, value: Json, { style, explode, encode }: Manner): string[] {
  const key = encodeURIComponent(name);
  if (value === null) return [];
  if (isObject(value)) return formObject(key, value, { style, explode, encode });
  if (!Array.isArray(value)) return [`${key}=${encode(toText(value))}`];
  const items = pieces(value, ',', encode);
  if (items.length === 0) return [];
  return explode ? items.map((item) => `${key}=${item}`) : [`${key}=${items.join(delimiters[style] ?? ',')}`];
}

function formObject(
  key: string,
  value: { [member: string]: Json },
  { style, explode, encode }: Manner,
): string[] {
  if (style === 'deepObject') return deep(key, value, encode);
  if (explode) return pieces(value, '=', encode);
  const delimiter = delimiters[style] ?? ',';
  return [`${key}=${pieces(value, delimiter, encode).join(delimiter)}`];
}

/** `filter[a][b]=1`; the depth below the first level is custom, not specified. */
function deep(key: string, value: Json, encode: Manner['encode']): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => deep(key, item, encode));
  if (!isObject(value)) return [`${key}=${encode(toText(value))}`];
  return Object.entries(value).flatMap(([name, item]) =>
    deep(`${key}%5B${encodeURIComponent(name)}%5D`, item, encode),
  );
}

/** Items of a list, members of an object as key, joiner and value, or the one scalar. */
function pieces(value: Json, joiner: string, encode: Manner['encode']): string[] {
  if (Array.isArray(value)) return value.map((item) => encode(toText(item)));
  if (isObject(value))
    return Object.entries(value).map(([name, item]) => encode(name) + joiner + encode(toText(item)));
  return [encode(toText(value))];
}

/** Leaves RFC 3986 reserved characters as they are (`allowReserved`), except those that would end the query. */
function encodeUnsafe(text: string): string {
  return encodeURI(text).replaceAll('#', '%23').replaceAll('&', '%26');
}
