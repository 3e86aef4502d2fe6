import type { ParsedBody } from '../body.ts';
import { isJson, type ParsedMediaType, parseMediaType } from '../media-types.ts';
import { coercionOf } from '../parameters/coerce.ts';
import { shapeOf } from '../parameters/shape.ts';
import { facetsOf, propertyFacets } from '../schema/facets.ts';
import type { Contract, MediaType, Schema } from '../types.ts';
import { decodeLoosely } from './decode-text.ts';
import { encodingOf } from './form-fields.ts';
import { parseJson } from './json-body.ts';
import { type Part, parseMultipart } from './multipart.ts';
import type { ScanOptions } from './scan-json.ts';

/** An uploaded file as `request.body` carries it. */
export interface UploadedFile {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a multipart body into an object of the schema's shape (OpenAPI 3.1 section 4.8.14.4): parts with a file name become files,
 * JSON parts their value, others text coerced to the schema. Repeated names make a list.
 */
export function readMultipart(
  contract: Contract,
  bytes: Uint8Array,
  contentType: ParsedMediaType,
  mediaType: MediaType,
  options: ScanOptions,
): ParsedBody {
  const boundary = contentType.parameters.get('boundary');
  if (!boundary)
    return { fault: { message: 'multipart body without a boundary in its content type', params: {} } };
  const parts = parseMultipart(bytes, boundary);
  if (typeof parts === 'string')
    return { fault: { message: `body is not valid multipart: ${parts}`, params: {} } };
  const { schema } = mediaType;
  const facets = schema === undefined ? [] : facetsOf(contract, schema);
  const read = (name: string, group: readonly Part[], toValue: (part: Part) => unknown) => {
    const [property] = propertyFacets(facets, name);
    const values = group.map(toValue);
    const isList =
      group.length > 1 || (property !== undefined && isArray(contract, property.schema, values[0]));
    return isList ? values : values[0];
  };
  const fields = (toValue: (part: Part) => unknown) => {
    const groups = [...Map.groupBy(parts, (part) => part.name)];
    return Object.fromEntries(groups.map(([name, group]) => [name, read(name, group, toValue)]));
  };
  const coerce = coercionOf(contract, schema);
  return {
    value: coerce(fields((part) => fileOf(part) ?? textOrJson(part, mediaType, options))),
    judged: coerce(fields((part) => textOrJson(part, mediaType, options))),
    judgeable: true,
  };
}

function isArray(contract: Contract, schema: Schema, first: unknown): boolean {
  const shape = shapeOf(contract, schema);
  return shape.array && !shape.scalar && !Array.isArray(first);
}

function fileOf(part: Part): UploadedFile | undefined {
  if (part.filename === undefined) return undefined;
  const contentType = part.contentType?.essence ?? 'application/octet-stream';
  return { filename: part.filename, contentType, bytes: part.bytes };
}

function textOrJson(part: Part, mediaType: MediaType, options: ScanOptions): unknown {
  const text = decodeLoosely(part.bytes);
  const declared = parseMediaType(encodingOf(mediaType, part.name).contentType);
  const { essence } = part.contentType ?? declared ?? plainText;
  if (!isJson(essence) || part.filename !== undefined) return text;
  const parsed = parseJson(text, options);
  return 'fault' in parsed ? text : parsed.value;
}

const plainText = { essence: 'text/plain' };
