import { parseMediaType } from '../../src/contract/media-types.ts';
import type { RequestBody } from '../../src/contract/types.ts';
import type { MockRequest, MockViolation } from '../exchange.ts';
import { reservedCharacters } from './reserved-characters.ts';

/** Why a body cannot be held against its schema at all; its other violations would only follow from that. */
export function unreadableBody(
  documented: RequestBody | undefined,
  request: MockRequest,
): readonly MockViolation[] {
  if (request.body === undefined || request.body.length === 0) return none;
  if (documented === undefined) return [undeclared];
  return lacksBoundary(documented, request) ? [withoutBoundary] : reservedCharacters(documented, request);
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

function lacksBoundary({ content }: RequestBody, { headers }: MockRequest): boolean {
  if (!content.has('multipart/form-data')) return false;
  const sent = parseMediaType(headers['content-type']);
  return sent?.essence === 'multipart/form-data' && !sent.parameters.get('boundary');
}
