import { judgeBody } from './body/judge-body.ts';
import { findMediaType, parseMediaType, saysJson } from './document/media-types.ts';
import { type ParameterCheck, parameterChecks } from './parameters/check.ts';
import { grouped, parseCookies, parsePairs } from './parameters/pairs.ts';
import { rawPathParameters } from './parameters/path-template.ts';
import type { Sources } from './parameters/reader.ts';
import type {
  Contract,
  Operation,
  ParameterPlace,
  ParsedRequest,
  RawRequest,
  RequestBody,
  Violation,
} from './types.ts';
import { violation } from './violation.ts';

export interface RequestOptions {
  /** Refuse JSON that parsers disagree about (RFC 7493): repeated names, lone surrogates; and NUL characters. Default false. */
  readonly strictJson?: boolean;
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
  const parsed = undeclared(sources, raw, checks);
  const violations: Violation[] = [];
  for (const check of checks) {
    const judged = check.judge(sources);
    violations.push(...judged.violations);
    if (judged.value !== undefined) put(parsed[check.place], check.key, judged.value);
  }
  const body = readBody(contract, operation.requestBody, raw, options);
  violations.push(...body.violations);
  const { path, query, header: headers, cookie: cookies } = parsed;
  return {
    violations,
    request: { path, query, headers, cookies, body: body.value, mediaType: body.mediaType },
  };
}

type Parsed = Readonly<Record<ParameterPlace, Record<string, unknown>>>;

/** What the request has besides documented parameters, as text. */
function undeclared(sources: Sources, raw: RawRequest, checks: readonly ParameterCheck[]): Parsed {
  const query: Record<string, unknown> = {};
  const others = sources.query.filter(({ name }) => !checks.some((check) => check.owns(name)));
  for (const [name, value] of grouped(others)) put(query, name, value);
  const cookie: Record<string, unknown> = {};
  for (const { name, value } of sources.cookies) put(cookie, name, value);
  return { path: { ...sources.path }, query, querystring: query, header: { ...raw.headers }, cookie };
}

/** Assignment, also for the one name that would change the prototype instead. */
function put(record: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') record[name] = value;
  else Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
}

/** Path values as they were written are looked up in the path itself, if it is one of this operation's. */
function sourcesOf(
  operation: Operation,
  raw: RawRequest,
  pathParameters: Readonly<Record<string, string>>,
): Sources {
  return {
    path: pathParameters,
    encodedPath(name) {
      const encoded = rawPathParameters(operation.path, raw.path)?.get(name);
      const decoded = Object.hasOwn(pathParameters, name) ? pathParameters[name] : undefined;
      return encoded ?? (decoded === undefined ? undefined : encodeURIComponent(decoded.toWellFormed()));
    },
    query: parsePairs(raw.query),
    rawQuery: raw.query,
    header: (name) => (Object.hasOwn(raw.headers, name) ? raw.headers[name] : undefined),
    cookies: parseCookies(raw.headers.cookie),
  };
}

/** How deep a JSON body of a request may nest. */
const maxDepth = 100;

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
  { strictJson = false }: RequestOptions,
): RequestBodyResult {
  if (!documented || documented.content.size === 0) return noBody;
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
  return names.length === 1 ? names[0] : names.find(saysJson);
}

const missingBody: RequestBodyResult = {
  ...noBody,
  violations: [violation('body', 'missing-body', 'required body is missing')],
};

function notAccepted({ content }: RequestBody, { headers }: RawRequest): Violation {
  const accepted = [...content.keys()];
  const sent = headers['content-type'];
  const message = `content type ${sent ? `'${sent}' is not accepted` : 'is missing'}, accepted: ${accepted.join(', ')}`;
  return violation('content-type', 'content-type', message, { params: { accepted }, input: sent });
}
