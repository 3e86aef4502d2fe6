import { isJson, type ParsedMediaType, parseMediaType } from '../document/media-types.ts';
import { isObject } from '../json.ts';
import { coercionOf } from '../parameters/coerce.ts';
import { delimiterOf } from '../parameters/delimited.ts';
import { facetsOf, itemFacets, propertyFacets, typesOf } from '../schema/facets.ts';
import type { ScanOptions } from '../source/scan-json.ts';
import type { Contract, MediaType } from '../types.ts';
import { decodeLoosely } from './decode-text.ts';
import { encodingOf } from './form-fields.ts';
import { parseJson } from './json-body.ts';
import { type Part, parseMultipart } from './multipart.ts';
import type { ParsedBody } from './parsed-body.ts';

/** An uploaded file as `request.body` carries it. */
interface UploadedFile {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a multipart body into an object of the schema's shape (OpenAPI 3.1 section 4.8.14.4): parts with a file name become files,
 * JSON parts their value, others text coerced to the schema. Repeated names make a list. Browsers give every blob a file name,
 * so where the schema wants an object, a part with one is read as JSON all the same.
 */
export function readMultipart(
  contract: Contract,
  bytes: Uint8Array,
  contentType: ParsedMediaType,
  mediaType: MediaType,
  options: ScanOptions,
): ParsedBody {
  const boundary = contentType.parameters.get('boundary');
  if (!boundary) return fault('multipart body without a boundary in its content type');
  const parts = parseMultipart(bytes, boundary);
  if (typeof parts === 'string') return fault(`body is not valid multipart: ${parts}`);
  const fields = [...Map.groupBy(parts, (part) => part.name)].map(([name, group]) => {
    const kind = kindOf(contract, mediaType, name);
    const [first] = group;
    const listed = group.length === 1 && first !== undefined ? readList(first, kind, options) : undefined;
    if (listed !== undefined) return { name, value: listed, judged: listed };
    const judged = group.map((part) => textOrJson(part, kind, options));
    const values = group.map((part, index) => fileOf(part, kind) ?? judged[index]);
    const isList = group.length > 1 || (kind.isList && !Array.isArray(judged[0]));
    return { name, value: isList ? values : values[0], judged: isList ? judged : judged[0] };
  });
  const coerce = coercionOf(contract, mediaType.schema);
  return {
    value: coerce(Object.fromEntries(fields.map(({ name, value }) => [name, value]))),
    judged: coerce(Object.fromEntries(fields.map(({ name, judged }) => [name, judged]))),
    judgeable: true,
  };
}

function fault(message: string): ParsedBody {
  return { fault: { message, params: {} } };
}

/** What the document says of a field. */
interface Kind {
  readonly isList: boolean;
  /** It, or the elements of the list, are objects and cannot be text. */
  readonly isObject: boolean;
  readonly contentType: ParsedMediaType | undefined;
  /** Of a list in one part: `style` is given, `explode` is not. */
  readonly delimiter: RegExp | undefined;
}

function kindOf(contract: Contract, mediaType: MediaType, name: string): Kind {
  const facets = mediaType.schema === undefined ? [] : facetsOf(contract, mediaType.schema);
  const own = propertyFacets(facets, name).flatMap(({ schema, scope }) => facetsOf(contract, schema, scope));
  const isList = typesOf(own).has('array') && !typesOf(own).has('string');
  const elements = itemFacets(own, 0).flatMap(({ schema, scope }) => facetsOf(contract, schema, scope));
  const types = typesOf(isList ? elements : own);
  const { contentType, style, explode } = encodingOf(mediaType, name);
  const described = mediaType.encoding[name];
  const hasStyle = isObject(described) && typeof described.style === 'string';
  return {
    isList,
    isObject: types.has('object') && !types.has('string'),
    contentType: parseMediaType(contentType),
    delimiter: hasStyle && !explode ? delimiterOf(style) : undefined,
  };
}

function fileOf(part: Part, { isObject }: Kind): UploadedFile | undefined {
  if (part.filename === undefined || isObject) return undefined;
  const contentType = part.contentType?.essence ?? 'application/octet-stream';
  return { filename: part.filename, contentType, bytes: part.bytes };
}

/** A whole list in one part: objects one after the other, or what its Encoding Object says (OpenAPI 3.1 section 4.8.15). */
function readList(part: Part, kind: Kind, options: ScanOptions): unknown {
  if (!kind.isList || part.filename !== undefined) return undefined;
  const text = decodeLoosely(part.bytes).trim();
  if (!kind.isObject) return kind.delimiter && text.split(kind.delimiter);
  const parsed = text.startsWith('{') ? parseJson(`[${text}]`, options) : { fault: undefined };
  return 'fault' in parsed ? undefined : parsed.value;
}

/** An object's default media type is JSON; JSON for anything else must be said, and a file is never looked into. */
function textOrJson(part: Part, { isObject, contentType }: Kind, options: ScanOptions): unknown {
  const text = decodeLoosely(part.bytes);
  const declared = part.contentType ?? contentType;
  const asJson =
    isObject || (part.filename === undefined && declared !== undefined && isJson(declared.essence));
  if (!asJson) return text;
  const parsed = parseJson(text, options);
  return 'fault' in parsed ? text : parsed.value;
}
