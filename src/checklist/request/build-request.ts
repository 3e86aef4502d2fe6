import { randomUUID } from 'node:crypto';
import type { Json } from '../../contract/json.ts';
import { memo } from '../../contract/memo.ts';
import type { Operation, RawRequest } from '../../contract/types.ts';
import { toText } from '../expressions/text.ts';
import type { Call, Scope } from '../expressions/types.ts';
import type { Argument, OperationCall } from '../types.ts';
import { fillPayload } from './fill-payload.ts';
import { serialiseCookie, serialiseHeader, serialisePath, serialiseQuery } from './serialise-parameter.ts';

/** A request ready to send. `raw.path` is below the base URL. */
export interface Built {
  readonly url: string;
  readonly raw: RawRequest;
  readonly requestId: string;
  /** As expressions see it: `$url`, `$method`, `$request.…`. */
  readonly view: Omit<Call, 'response'>;
}

type Value = { readonly argument: Argument; readonly value: Json };

/**
 * Makes the HTTP request of a step below `base`, the contract's base URL without a trailing slash. Expressions without
 * a value are added to `missing`; the request is then not to be sent.
 */
export function buildRequest(
  call: OperationCall,
  base: string,
  scope: Scope,
  missing: string[],
): Built | { readonly failure: string } {
  const values = fillArguments(call.parameters, scope, missing);
  const body = call.body && fillPayload(call.body, scope, missing);
  if (body && 'failure' in body) return body;
  const path = fillPath(call.operation.path, values);
  const query = fillQuery(values);
  const headers = fillHeaders(call.operation, values, body?.serialised.contentType);
  const url = base + path + (query && `?${query}`);
  return {
    url,
    requestId: headers['x-request-id'] ?? '',
    raw: { method: call.operation.method, path, query, headers, body: body?.serialised.bytes },
    view: {
      url,
      method: call.operation.method,
      request: { headers, body: body?.value, query: named(values, 'query'), path: named(values, 'path') },
    },
  };
}

/** An argument without a value is left out, except in the path, which has no place to leave out. */
function fillArguments(parameters: readonly Argument[], scope: Scope, missing: string[]): Value[] {
  return parameters.flatMap((argument) => {
    const value = argument.fill(scope, missing);
    if (value !== undefined) return [{ argument, value }];
    if (argument.in === 'path') missing.push(`the path parameter "${argument.name}"`);
    return [];
  });
}

function fillPath(template: string, values: readonly Value[]): string {
  const inPath = values.filter(({ argument }) => argument.in === 'path');
  return inPath.reduce(
    (path, { argument, value }) =>
      path.replaceAll(`{${argument.name}}`, () => serialisePath(argument, value)),
    template,
  );
}

/** Arazzo 1.1.0 "Parameter Object": a `querystring` parameter is the whole query, as it is. */
function fillQuery(values: readonly Value[]): string {
  return values
    .flatMap(({ argument, value }) => {
      if (argument.in === 'querystring') return [toText(value).replace(/^\?/, '')];
      return argument.in === 'query' ? serialiseQuery(argument, value) : [];
    })
    .join('&');
}

function fillHeaders(
  operation: Operation,
  values: readonly Value[],
  contentType: string | undefined,
): Record<string, string> {
  const headers: Record<string, string> = {
    'x-request-id': randomUUID(),
    accept: acceptOf(operation),
    'user-agent': 'sverka',
  };
  if (contentType !== undefined) headers['content-type'] = contentType;
  const cookies = values.filter(({ argument }) => argument.in === 'cookie');
  if (cookies.length > 0) {
    headers.cookie = cookies.map(({ argument, value }) => serialiseCookie(argument, value)).join('; ');
  }
  for (const { argument, value } of values) {
    if (argument.in === 'header') headers[argument.name.toLowerCase()] = serialiseHeader(argument, value);
  }
  return headers;
}

/** Every media type the operation documents for its responses; anything where it documents none. */
const acceptOf = memo(({ responses }: Operation) => {
  const types = [...responses.values()].flatMap(({ content }) => [...content.keys()]);
  return [...new Set(types)].join(', ') || '*/*';
});

function named(values: readonly Value[], place: 'query' | 'path'): Record<string, Json> {
  const inPlace = values.filter(({ argument }) => argument.in === place);
  return Object.fromEntries(inPlace.map(({ argument, value }) => [argument.name, value]));
}
