import { parseMediaType } from '../../src/contract/document/media-types.ts';
import { isObject } from '../../src/contract/json.ts';
import type { RequestBody, Violation } from '../../src/contract/types.ts';
import type { MockRequest, MockViolation } from '../exchange.ts';
import { reservedCharacters } from './reserved-characters.ts';

/** Why a body cannot be held against its schema at all; its other violations would only follow from that. */
export function unreadableBody(
  documented: RequestBody | undefined,
  request: MockRequest,
  violations: readonly Violation[],
): readonly MockViolation[] {
  if (request.body === undefined || request.body.length === 0) return none;
  if (documented === undefined) return [undeclared];
  if (lacksBoundary(documented, request)) return [withoutBoundary];
  const reserved = reservedCharacters(documented, request);
  if (reserved.length > 0) return reserved;
  return violations.some((violation) => isBrokenItem(documented, request, violation)) ? [brokenList] : none;
}

const none: readonly MockViolation[] = [];

/** A body nobody asked for is of no supported media type. */
const undeclared: MockViolation = {
  location: [],
  severity: 'Error',
  code: 415,
  message: 'No supported content types, but request included a non-empty body',
};

/** RFC 2046 section 5.1.1: without its boundary a multipart body is of no media type at all. */
const withoutBoundary: MockViolation = {
  location: [],
  severity: 'Error',
  code: 415,
  message:
    'Boundary parameter for multipart/form-data is not defined or generated in the request header. Try removing manually defined content-type from your request header if it exists.',
};

/** A list of objects whose JSON cannot be read. */
const brokenList: MockViolation = {
  location: [],
  severity: 'Error',
  code: 415,
  message: 'Cannot deserialize JSON object array in form data request body. Make sure the array is in JSON',
};

/** In a form field whose Encoding Object gives a `style` for lists: text in place of an object, and no JSON either. */
function isBrokenItem(
  { content }: RequestBody,
  { headers }: MockRequest,
  { in: place, path: [field, index, ...deeper], keyword, params, input }: Violation,
): boolean {
  if (place !== 'body' || typeof index !== 'number' || deeper.length > 0) return false;
  if (keyword !== 'type' || params.type !== 'object' || typeof input !== 'string') return false;
  const encoding = content.get(parseMediaType(headers['content-type'])?.essence ?? '')?.encoding[
    String(field)
  ];
  if (!isObject(encoding) || typeof encoding.style !== 'string' || encoding.style === 'deepObject')
    return false;
  return !isJsonText(input);
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function lacksBoundary({ content }: RequestBody, { headers }: MockRequest): boolean {
  if (!content.has('multipart/form-data')) return false;
  const sent = parseMediaType(headers['content-type']);
  return sent?.essence === 'multipart/form-data' && !sent.parameters.get('boundary');
}
