import { isJson, type ParsedMediaType } from '../document/media-types.ts';
import { coercionOf } from '../parameters/coerce.ts';
import { facetsOf, typesOf } from '../schema/facets.ts';
import { positionOfOffset } from '../source/positions.ts';
import type { ScanOptions } from '../source/scan-json.ts';
import type { Contract, MediaType } from '../types.ts';
import { decodeLoosely, decodeText } from './decode-text.ts';
import { readForm } from './form-fields.ts';
import { parseJson } from './json-body.ts';
import { readMultipart } from './multipart-fields.ts';
import type { ParsedBody, ReadBody } from './parsed-body.ts';

/**
 * Reads a body by its media type: JSON as it is, forms and multipart coerced to the schema's types, text decoded, XML as text,
 * anything else as bytes. Never throws for what a client sent.
 */
export function parseBody(
  contract: Contract,
  bytes: Uint8Array,
  contentType: ParsedMediaType,
  mediaType: MediaType,
  options: ScanOptions,
): ParsedBody {
  const { essence } = contentType;
  if (essence === 'multipart/form-data' || essence === 'multipart/mixed') {
    return readMultipart(contract, bytes, contentType, mediaType, options);
  }
  if (!isTextual(essence)) return readBytes(contract, bytes, mediaType);
  const text = decodeText(bytes, contentType);
  if (text === undefined) return { fault: { message: 'body is not text in its charset', params: {} } };
  if (isJson(essence)) return readJson(text, options);
  if (isJsonLines(essence)) return readLines(text, options);
  if (essence === 'application/x-www-form-urlencoded') return readForm(contract, text, mediaType);
  if (isXml(essence)) return { value: text, judged: text, judgeable: false };
  if (tables.has(essence)) return { value: text, judged: text, judgeable: takesText(contract, mediaType) };
  const value = coercionOf(contract, mediaType.schema)(text);
  return { value, judged: value, judgeable: true };
}

/** Text whose structure is not read here: a schema for the structure says nothing of the text. */
const tables = new Set(['text/csv', 'text/event-stream']);

const jsonLines = new Set(['application/jsonl', 'application/x-ndjson', 'application/ndjson']);

/** One JSON text a line. */
export function isJsonLines(essence: string): boolean {
  return jsonLines.has(essence);
}

function isXml(essence: string): boolean {
  return essence.endsWith('/xml') || essence.endsWith('+xml');
}

function isTextual(essence: string): boolean {
  return (
    essence.startsWith('text/') ||
    isJson(essence) ||
    isXml(essence) ||
    isJsonLines(essence) ||
    essence === 'application/x-www-form-urlencoded'
  );
}

function readJson(text: string, options: ScanOptions): ParsedBody {
  const parsed = parseJson(text, options);
  if (!('fault' in parsed)) return { value: parsed.value, judged: parsed.value, judgeable: true };
  const { kind, position, message } = parsed.fault;
  const { line, column } = positionOfOffset(text, position, '');
  return {
    fault: {
      message: `body is not acceptable JSON at line ${line}, column ${column}: ${message}`,
      params: { kind, position, line, column, reason: message },
    },
  };
}

/** One JSON text a line: the value is the list of them, which `itemSchema` judges one by one. */
function readLines(text: string, options: ScanOptions): ParsedBody {
  const values: unknown[] = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const read = readJson(line, options);
    if ('fault' in read)
      return { fault: { ...read.fault, message: `item ${values.length}: ${read.fault.message}` } };
    values.push(read.value);
  }
  return { value: values, judged: values, judgeable: true };
}

/** Bytes are judged only by a schema for strings, which is how OpenAPI 3.0 and 2.0 write binary content. */
function readBytes(contract: Contract, bytes: Uint8Array, mediaType: MediaType): ReadBody {
  const judgeable = takesText(contract, mediaType);
  return { value: bytes, judged: judgeable ? decodeLoosely(bytes) : undefined, judgeable };
}

function takesText(contract: Contract, { schema }: MediaType): boolean {
  return schema !== undefined && typesOf(facetsOf(contract, schema)).has('string');
}
