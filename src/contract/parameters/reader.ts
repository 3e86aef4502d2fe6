import { saysJson } from '../document/media-types.ts';
import { percentDecoded } from '../percent.ts';
import type { Contract, Parameter } from '../types.ts';
import { isDeepName, readDeepObject } from './deep-object.ts';
import { isDelimited, readDelimited } from './delimited.ts';
import { readForm } from './form.ts';
import { readLabel } from './label.ts';
import type { Decode, Deserialised } from './lists.ts';
import { readMatrix } from './matrix.ts';
import { decodeQuery, type Pair } from './pairs.ts';
import { type Shape, shapeOf } from './shape.ts';
import { readSimple } from './simple.ts';

/** The parts of a request that parameters stand in, before styles are read. */
export interface Sources {
  /** The router's values: decoded. */
  readonly path: Readonly<Record<string, string>>;
  /** As it stands in the path, percent-encoded. */
  encodedPath(name: string): string | undefined;
  readonly query: readonly Pair[];
  /** The whole query as received. */
  readonly rawQuery: string;
  /** By lower-case name. */
  header(name: string): string | undefined;
  readonly cookies: readonly Pair[];
}

/** What was read: a value, or what is wrong with its syntax (`content` parameters). */
type Reading = { readonly value: unknown } | { readonly syntax: string };

export interface Reader {
  /** Undefined: the parameter is not there. */
  read(sources: Sources): Reading | undefined;
  /** True for the names in the query that belong to this parameter. */
  owns(queryName: string): boolean;
}

/**
 * How to read one parameter, by its place, style and schema (OpenAPI 3.1 section 4.8.12). `others`: names in the query that
 * belong to other parameters, which an exploded object with open members leaves alone.
 */
export function readerOf(contract: Contract, parameter: Parameter, others: ReadonlySet<string>): Reader {
  if (parameter.content) return contentReader(parameter);
  const shape = shapeOf(contract, parameter.schema);
  const owns = ownerOf(parameter, shape, others);
  return {
    owns,
    read(sources) {
      const value = readValue(parameter, shape, sources, owns);
      return value === undefined ? undefined : { value };
    },
  };
}

function readValue(
  parameter: Parameter,
  shape: Shape,
  sources: Sources,
  owns: Reader['owns'],
): Deserialised | undefined {
  const { name, style, explode } = parameter;
  switch (parameter.in) {
    case 'path':
      return readPath(sources, parameter, shape);
    case 'header': {
      const text = sources.header(name.toLowerCase());
      return text === undefined
        ? undefined
        : readSimple(text.trim(), shape, explode, (piece) => piece.trim());
    }
    case 'cookie':
      return readForm(sources.cookies, name, shape, explode, decodeCookie);
    default:
      if (style === 'deepObject') return readDeepObject(sources.query, name, decodeQuery);
      if (isDelimited(style) && !explode)
        return readDelimited(sources.query, name, style, shape, decodeQuery);
      return readForm(sources.query, name, shape, explode, decodeQuery, owns);
  }
}

/** Only where there may be delimiters has the path to be looked at as it was written. */
function readPath(
  sources: Sources,
  { name, style, explode }: Parameter,
  shape: Shape,
): Deserialised | undefined {
  if (style === 'simple' && !shape.array && !shape.object) return memberOf(sources.path, name);
  const text = sources.encodedPath(name);
  if (text === undefined) return undefined;
  if (style === 'label') return readLabel(text, shape, explode, percentDecoded);
  if (style === 'matrix') return readMatrix(text, name, shape, explode, percentDecoded);
  return readSimple(text, shape, explode, percentDecoded);
}

function memberOf(record: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

const decodeCookie: Decode = (text) => percentDecoded(text.replace(/^"(.*)"$/, '$1'));

function ownerOf(
  { name, style, explode }: Parameter,
  shape: Shape,
  others: ReadonlySet<string>,
): Reader['owns'] {
  if (style === 'deepObject') return (candidate) => isDeepName(candidate, name);
  if (!shape.object || shape.array || !explode) return (candidate) => candidate === name;
  return (candidate) => shape.members.has(candidate) || (shape.open && !others.has(candidate));
}

/** `content`: the value is one document of that media type. */
function contentReader(parameter: Parameter): Reader {
  const [mediaType] = parameter.content?.keys() ?? [];
  const json = saysJson(mediaType);
  return {
    owns: (candidate) => candidate === parameter.name,
    read(sources) {
      const text = textOf(parameter, sources);
      if (text === undefined) return undefined;
      return json ? parseJsonText(text) : { value: text };
    },
  };
}

function textOf({ in: place, name }: Parameter, sources: Sources): string | undefined {
  const first = (pairs: readonly Pair[]) => pairs.find((pair) => pair.name === name)?.value;
  const orDecoded = (text: string | undefined, decoding: Decode) =>
    text === undefined ? text : decoding(text);
  if (place === 'querystring') return sources.rawQuery === '' ? undefined : decodeQuery(sources.rawQuery);
  if (place === 'path') return memberOf(sources.path, name);
  if (place === 'header') return sources.header(name.toLowerCase());
  return place === 'cookie'
    ? orDecoded(first(sources.cookies), decodeCookie)
    : orDecoded(first(sources.query), decodeQuery);
}

function parseJsonText(text: string): Reading {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { syntax: 'must be valid JSON' };
  }
}
