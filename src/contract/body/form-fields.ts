import { saysJson } from '../document/media-types.ts';
import { isObject } from '../json.ts';
import { coercionOf } from '../parameters/coerce.ts';
import { isDeepName, readDeepObject } from '../parameters/deep-object.ts';
import { delimiterOf, isDelimited, readDelimited } from '../parameters/delimited.ts';
import { readForm as readFormStyle } from '../parameters/form.ts';
import { decodeQuery, grouped, type Pair, parsePairs } from '../parameters/pairs.ts';
import { type Shape, shapeOf } from '../parameters/shape.ts';
import { facetsOf, propertyFacets, propertyNamesOf } from '../schema/facets.ts';
import type { Contract, MediaType } from '../types.ts';
import type { ReadBody } from './parsed-body.ts';

/** How one field is written: OpenAPI's Encoding Object, defaults filled in. */
export interface FieldEncoding {
  readonly style: string;
  readonly explode: boolean;
  readonly contentType: string | undefined;
}

/** The encoding of a field; style `form` exploded unless said (OpenAPI 3.1 section 4.8.15). */
export function encodingOf({ encoding }: MediaType, name: string): FieldEncoding {
  const own = isObject(encoding[name]) ? encoding[name] : {};
  const style = typeof own.style === 'string' ? own.style : 'form';
  return {
    style,
    explode: typeof own.explode === 'boolean' ? own.explode : style === 'form',
    contentType: typeof own.contentType === 'string' ? own.contentType : undefined,
  };
}

/** Reads an `application/x-www-form-urlencoded` body into an object of the schema's shape. */
export function readForm(contract: Contract, text: string, mediaType: MediaType): ReadBody {
  const pairs = parsePairs(text.trim());
  const facets = mediaType.schema === undefined ? [] : facetsOf(contract, mediaType.schema);
  const fields: [string, unknown][] = [];
  const taken = new Set<string>();
  for (const name of propertyNamesOf(facets)) {
    const [property] = propertyFacets(facets, name);
    const value = readField(pairs, name, encodingOf(mediaType, name), shapeOf(contract, property?.schema));
    if (value !== undefined) fields.push([name, value]);
    for (const pair of pairs) if (pair.name === name || isDeepName(pair.name, name)) taken.add(pair.name);
  }
  const others = pairs.filter((pair) => !taken.has(pair.name));
  const value = coercionOf(contract, mediaType.schema)(Object.fromEntries([...fields, ...grouped(others)]));
  return { value, judged: value, judgeable: true };
}

function readField(pairs: readonly Pair[], name: string, encoding: FieldEncoding, shape: Shape): unknown {
  if (saysJson(encoding.contentType)) return readJson(pairs, name);
  const { style, explode } = encoding;
  const listed = shape.array && !shape.textItems ? readJsonList(pairs, name, delimiterOf(style)) : undefined;
  if (listed !== undefined) return listed;
  if (isDelimited(style) && !explode) return readDelimited(pairs, name, style, shape, decodeQuery);
  const deep = readDeepObject(pairs, name, decodeQuery);
  if (deep !== undefined) return listIn(deep, shape) ?? deep;
  if (shape.object && !shape.array && looksLikeJson(pairs, name)) return readJson(pairs, name);
  return readFormStyle(pairs, name, shape, explode, decodeQuery, () => false);
}

/** `ids[]=1&ids[]=2` is a list, whatever the style; so is `ids[0]=1&ids[1]=2` where no object is expected. */
function listIn(deep: unknown, shape: Shape): readonly unknown[] | undefined {
  if (!isObject(deep)) return undefined;
  const keys = Object.keys(deep);
  if (keys.every((key) => key === '')) return Object.values(deep).flat();
  const isNumbered = shape.array && !shape.object && keys.every((key, at) => key === String(at));
  return isNumbered ? Object.values(deep) : undefined;
}

function looksLikeJson(pairs: readonly Pair[], name: string): boolean {
  const value = pairs.find((pair) => pair.name === name)?.value;
  return value !== undefined && decodeQuery(value).trimStart().startsWith('{');
}

/** Text that is no JSON stays text: the schema will tell what it should have been. */
function readJson(pairs: readonly Pair[], name: string): unknown {
  const text = pairs.find((pair) => pair.name === name)?.value;
  if (text === undefined) return undefined;
  const decoded = decodeQuery(text);
  try {
    return JSON.parse(decoded);
  } catch {
    return decoded;
  }
}

/**
 * A list of objects as people write it in one field or several, with commas or the delimiter of its style in between:
 * `{"a":1},{"a":2}`. Undefined when it is none.
 */
function readJsonList(
  pairs: readonly Pair[],
  name: string,
  delimiter: RegExp,
): readonly unknown[] | undefined {
  if (!looksLikeJson(pairs, name)) return undefined;
  const texts = pairs.filter((pair) => pair.name === name).map(({ value }) => decodeQuery(value));
  return jsonItems(texts) ?? jsonItems(texts.flatMap((text) => text.split(delimiter)));
}

function jsonItems(texts: readonly string[]): readonly unknown[] | undefined {
  try {
    const items: unknown[] = JSON.parse(`[${texts.join()}]`);
    return items;
  } catch {
    return undefined;
  }
}
