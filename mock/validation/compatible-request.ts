import { findMediaType, parseMediaType } from '../../src/contract/document/media-types.ts';
import type { Headers, Operation, Parameter, RequestBody } from '../../src/contract/types.ts';
import type { MockRequest } from '../exchange.ts';

/**
 * A request as the contract can judge it: without what stands for nothing (`?page=`, an empty header), its body under the
 * documented media type it is a kind of (`application/vnd.api+json` where `application/json` is documented).
 */
export function compatible(operation: Operation, request: MockRequest): MockRequest {
  const query = withoutEmpty(operation, request.query);
  const headers = withoutEmptyHeaders(operation, request.headers);
  const contentType = documentedKind(operation.requestBody, request);
  if (query === request.query && headers === request.headers && contentType === undefined) return request;
  return {
    ...request,
    query,
    headers: contentType === undefined ? headers : { ...headers, 'content-type': contentType },
  };
}

function withoutEmptyHeaders({ parameters }: Operation, headers: Headers): Headers {
  const isEmpty = (one: Parameter) => one.in === 'header' && headers[one.name.toLowerCase()] === '';
  if (!parameters.some(isEmpty)) return headers;
  const names = new Set(parameters.filter(isEmpty).map(({ name }) => name.toLowerCase()));
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.has(name)));
}

/** An empty value stands in place of a parameter that is left out (OpenAPI 3.1, Parameter Object, `allowEmptyValue`). */
function withoutEmpty({ parameters }: Operation, query: string): string {
  if (query === '' || !/(?:^|&)[^=&]+=?(?:&|$)/.test(query)) return query;
  const names = new Set(parameters.filter((one) => one.in === 'query').map(({ name }) => name));
  return query
    .split('&')
    .filter((pair) => !(isEmptyPair(pair) && names.has(nameOf(pair))))
    .join('&');
}

function isEmptyPair(pair: string): boolean {
  const equals = pair.indexOf('=');
  return equals < 0 || equals === pair.length - 1;
}

function nameOf(pair: string): string {
  return [...new URLSearchParams(pair).keys()][0] ?? '';
}

/** The documented media type with the same base format (RFC 6839): `+json` is JSON, `+xml` is XML. */
function documentedKind(documented: RequestBody | undefined, { headers }: MockRequest): string | undefined {
  const header = headers['content-type'];
  if (documented === undefined || header === undefined || documented.content.has(header)) return undefined;
  const sent = parseMediaType(header);
  if (sent === undefined) return undefined;
  if (findMediaType(documented.content, sent) !== undefined) return undefined;
  const wanted = baseOf(sent.essence);
  return [...documented.content.keys()].find(
    (name) => baseOf(parseMediaType(name)?.essence ?? '') === wanted,
  );
}

/** `application/vnd.api+json` → `application/json`. */
function baseOf(essence: string): string {
  return essence.replace(/\/.*\+/, '/');
}
