import { type ParsedMediaType, parseMediaType, parseParameters } from '../document/media-types.ts';
import { percentDecoded } from '../percent.ts';

/** One part of a multipart body (RFC 7578). */
export interface Part {
  /** Empty when the part has no `name`. */
  readonly name: string;
  readonly filename: string | undefined;
  /** As sent; undefined when the part does not say. */
  readonly contentType: ParsedMediaType | undefined;
  readonly bytes: Uint8Array;
}

const mostParts = 1000;
/** RFC 2046 section 5.1.1. A longer one would also take its length for every byte of a hostile body to be found. */
const longestBoundary = 70;
const lineBreak = new Uint8Array([13, 10]);
const headerEnd = new Uint8Array([13, 10, 13, 10]);
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Cuts a body at its boundary (RFC 2046 section 5.1.1); text says what is wrong with it. */
export function parseMultipart(bytes: Uint8Array, boundary: string): readonly Part[] | string {
  if (boundary.length > longestBoundary) return `its boundary has more than ${longestBoundary} characters`;
  const delimiter = encoder.encode(`--${boundary}`);
  // The line break before it belongs to it. An empty part may share the one before its header.
  const separator = encoder.encode(`\r\n--${boundary}`);
  const parts: Part[] = [];
  let at = find(bytes, delimiter, 0);
  if (at < 0) return 'the boundary does not occur';
  for (;;) {
    at += delimiter.length;
    if (bytes[at] === dash && bytes[at + 1] === dash) return parts;
    const start = find(bytes, lineBreak, at);
    const end = start < 0 ? -1 : find(bytes, separator, start);
    if (end < 0) return 'the closing boundary is missing';
    if (parts.length === mostParts) return `more than ${mostParts} parts`;
    parts.push(parsePart(bytes.subarray(start + 2, end)));
    at = end + 2;
  }
}

const dash = 0x2d;

function parsePart(bytes: Uint8Array): Part {
  const end = bytes[0] === 13 && bytes[1] === 10 ? 0 : find(bytes, headerEnd, 0);
  const head = end < 0 ? bytes : bytes.subarray(0, end);
  const body = end < 0 ? new Uint8Array() : bytes.subarray(end === 0 ? 2 : end + headerEnd.length);
  const headers = parseHeaders(decoder.decode(head));
  const disposition = parseParameters(headers.get('content-disposition') ?? '');
  return {
    name: disposition.get('name') ?? '',
    filename: filenameOf(disposition),
    contentType: parseMediaType(headers.get('content-type')),
    bytes: body,
  };
}

/** `filename*` (RFC 8187) wins over `filename`. */
function filenameOf(disposition: ReadonlyMap<string, string>): string | undefined {
  const extended = /^utf-8'[^']*'(.*)$/i.exec(disposition.get('filename*') ?? '')?.[1];
  return extended === undefined ? disposition.get('filename') : percentDecoded(extended);
}

function parseHeaders(head: string): ReadonlyMap<string, string> {
  return new Map(
    head.split('\r\n').flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon < 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
    }),
  );
}

/** Index of a byte sequence, -1 without one. Plain loops: calls for every byte are what a hostile body would make slow. */
function find(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  const last = bytes.length - wanted.length;
  for (let at = from; at <= last; at += 1) {
    let index = 0;
    while (index < wanted.length && bytes[at + index] === wanted[index]) index += 1;
    if (index === wanted.length) return at;
  }
  return -1;
}
