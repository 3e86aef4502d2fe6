import { grouped } from './body/form-fields.ts';
import { findMediaType, isJson, parseMediaType } from './media-types.ts';
import { parameterChecks } from './parameters/check.ts';
import { type Pair, parseCookies, parsePairs } from './parameters/pairs.ts';
import type { Sources } from './parameters/reader.ts';
import { rawPathParameters } from './path-template.ts';
import type { Contract, Operation, ParsedRequest, RawRequest, RequestBody, Violation } from './types.ts';
import { judgeBody } from './validate-body.ts';

export interface RequestOptions {
  /** Refuse JSON that parsers disagree about (RFC 7493): repeated names, lone surrogates; and NUL characters. Default false. */
  readonly strictJson?: boolean;
  /** How deep a JSON body may nest. Default 100. */
  readonly maxDepth?: number;
}

export interface ValidatedRequest {
  readonly violations: readonly Violation[];
  readonly request: ParsedRequest;
}

/**
 * Holds a request against its operation: parameters read by style, coerced and judged, body parsed and judged.
 *
 * `pathParameters` are the router's. In `request`, header names are lower case, undeclared query parameters and headers stand as
 * text, and a missing parameter has its schema's `default`. Never throws for what a client sent.
 */
export function validateRequest(
  contract: Contract,
  operation: Operation,
  raw: RawRequest,
  pathParameters: Readonly<Record<string, string>>,
  options: RequestOptions = {},
): ValidatedRequest {
  const sources = sourcesOf(operation, raw, pathParameters);
  const checks = parameterChecks(contract, operation);
  const judged = checks.map((check) => ({ check, ...check.judge(sources) }));
  const body = readBody(contract, operation.requestBody, raw, options);
  const undeclared = sources.query.filter(({ name }) => !checks.some((check) => check.owns(name)));
  const valuesIn = (place: string): [string, unknown][] =>
    judged.flatMap(({ check, value }) =>
      check.place === place && value !== undefined ? [[check.key, value]] : [],
    );
  return {
    violations: [...judged.flatMap(({ violations }) => violations), ...body.violations],
    request: {
      path: Object.fromEntries([...Object.entries(pathParameters), ...valuesIn('path')]),
      query: Object.fromEntries([...grouped(undeclared), ...valuesIn('query'), ...valuesIn('querystring')]),
      headers: Object.fromEntries([...Object.entries(raw.headers), ...valuesIn('header')]),
      cookies: Object.fromEntries([...sources.cookies.map(toEntry), ...valuesIn('cookie')]),
      body: body.value,
      mediaType: body.mediaType,
    },
  };
}

function toEntry({ name, value }: Pair): [string, unknown] {
  return [name, value];
}

/** Path values are looked up in the path itself, still encoded; the router's decoded ones stand in where that fails. */
function sourcesOf(
  operation: Operation,
  raw: RawRequest,
  pathParameters: Readonly<Record<string, string>>,
): Sources {
  let encoded: ReadonlyMap<string, string> | undefined;
  return {
    path(name) {
      encoded ??= rawPathParameters(operation.path, raw.path) ?? new Map();
      const decoded = Object.hasOwn(pathParameters, name) ? pathParameters[name] : undefined;
      return (
        encoded.get(name) ?? (decoded === undefined ? undefined : encodeURIComponent(decoded.toWellFormed()))
      );
    },
    query: parsePairs(raw.query),
    rawQuery: raw.query,
    header: (name) => (Object.hasOwn(raw.headers, name) ? raw.headers[name] : undefined),
    cookies: parseCookies(raw.headers.cookie),
  };
}

interface RequestBodyResult {
  readonly value: unknown;
  readonly mediaType: string | undefined;
  readonly violations: readonly Violation[];
}

const noBody: RequestBodyResult = { value: undefined, mediaType: undefined, violations: [] };

function readBody(
  contract: Contract,
  documented: RequestBody | undefined,
  raw: RawRequest,
  { strictJson = false, maxDepth = 100 }: RequestOptions,
): RequestBodyResult {
  if (!documented) return noBody;
  if (!raw.body || raw.body.length === 0) return documented.required ? missingBody : noBody;
  const contentType = parseMediaType(raw.headers['content-type'] ?? assumedType(documented));
  const mediaType = contentType && findMediaType(documented.content, contentType);
  if (!contentType || !mediaType) return { ...noBody, violations: [notAccepted(documented, raw)] };
  const options = { strict: strictJson, maxDepth, direction: 'request' } as const;
  const { value, violations } = judgeBody(contract, raw.body, contentType, mediaType, options);
  return { value, violations, mediaType: contentType.essence };
}

/** A body without a content type is read as the one documented type, or as JSON (RFC 9110 section 8.3 lets the receiver guess). */
function assumedType({ content }: RequestBody): string | undefined {
  const names = [...content.keys()];
  return names.length === 1 ? names[0] : names.find((name) => isJson(parseMediaType(name)?.essence ?? ''));
}

const missingBody: RequestBodyResult = {
  ...noBody,
  violations: [
    {
      in: 'body',
      path: [],
      keyword: 'missing-body',
      params: {},
      message: 'required body is missing',
      input: undefined,
      severity: 'error',
    },
  ],
};

function notAccepted({ content }: RequestBody, { headers }: RawRequest): Violation {
  const accepted = [...content.keys()];
  const sent = headers['content-type'];
  return {
    in: 'content-type',
    path: [],
    keyword: 'content-type',
    params: { accepted },
    message: `content type ${sent ? `'${sent}' is not accepted` : 'is missing'}, accepted: ${accepted.join(', ')}`,
    input: sent,
    severity: 'error',
  };
}
