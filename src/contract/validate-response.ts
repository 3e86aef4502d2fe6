import { isBodyless } from './body/bodyless.ts';
import { judgeBody } from './body/judge-body.ts';
import { findMediaType, parseMediaType } from './document/media-types.ts';
import { judgeHeaders } from './parameters/response-headers.ts';
import type { Contract, Operation, RawResponse, Response, Violation } from './types.ts';
import { violation } from './violation.ts';

export interface ValidatedResponse {
  readonly violations: readonly Violation[];
  /** The documented response that the status falls under. */
  readonly documented: Response | undefined;
}

export interface ResponseOptions {
  /** A `writeOnly` member that is sent is a violation ("SHOULD NOT be sent as part of the response", OpenAPI 3.0 "Schema Object"). */
  readonly refuseWriteOnly?: boolean;
}

/** How deep a JSON body of a response may nest before it is not looked into. */
export const maxDepth = 500;

/**
 * Holds a response against its operation: status, headers, media type and body. Responses to HEAD, and with a status of
 * 204, 205 or 304, have no body whatever is documented (RFC 9110 section 6.4.1). Never throws for what a server sent.
 */
export function validateResponse(
  contract: Contract,
  operation: Operation,
  raw: RawResponse,
  options: ResponseOptions = {},
): ValidatedResponse {
  const documented = findResponse(operation.responses, raw.status);
  if (!documented) return { documented, violations: [undocumentedStatus(operation, raw.status)] };
  const violations = [
    ...judgeHeaders(contract, documented, raw.headers),
    ...judgeContent(contract, operation, documented, raw, options),
  ];
  return { documented, violations };
}

/** The response documented for a status: itself, then its class (`4XX`), then `default`. */
function findResponse(responses: ReadonlyMap<string, Response>, status: number): Response | undefined {
  const range = `${Math.trunc(status / 100)}XX`;
  return responses.get(String(status)) ?? responses.get(range) ?? responses.get('default');
}

function undocumentedStatus({ responses }: Operation, status: number): Violation {
  const documented = [...responses.keys()];
  const message = `status ${status} is not documented, documented: ${documented.join(', ') || 'none'}`;
  return violation('status', 'undocumented-status', message, { params: { documented }, input: status });
}

function judgeContent(
  contract: Contract,
  { method }: Operation,
  { content }: Response,
  { status, headers, body, value }: RawResponse,
  { refuseWriteOnly = false }: ResponseOptions,
): readonly Violation[] {
  const hasBody = body !== undefined && body.length > 0;
  if (isBodyless(method, status)) {
    return hasBody
      ? [unexpectedBody(`a response with status ${status} to ${method} has no body`, 'error')]
      : [];
  }
  if (content.size === 0)
    return hasBody ? [unexpectedBody('no body is documented for this response', 'warning')] : [];
  if (!hasBody) return needsBody(content) ? [missingBody(content)] : [];
  const contentType = parseMediaType(headers['content-type']);
  const mediaType = contentType && findMediaType(content, contentType);
  if (!contentType || !mediaType) return [undocumentedType(content, headers['content-type'])];
  const options = {
    strict: false,
    maxDepth,
    direction: 'response',
    value,
    refuseHidden: refuseWriteOnly,
  } as const;
  return judgeBody(contract, body, contentType, mediaType, options).violations;
}

/** A text may be empty, and bytes; what has a structure may not. */
function needsBody(content: Response['content']): boolean {
  return [...content].every(
    ([name, { schema }]) =>
      schema !== undefined && !/^(?:text|image|audio|video)\/|octet-stream|\*/.test(name),
  );
}

function missingBody(content: Response['content']): Violation {
  return violation('body', 'missing-body', `documented body is missing: ${[...content.keys()].join(', ')}`);
}

function unexpectedBody(message: string, severity: Violation['severity']): Violation {
  return violation('body', 'unexpected-body', message, { severity });
}

function undocumentedType(content: Response['content'], sent: string | undefined): Violation {
  const documented = [...content.keys()];
  const what = sent ? `content type '${sent}' is not documented` : 'content type is missing';
  const message = `${what}, documented: ${documented.join(', ')}`;
  return violation('content-type', 'content-type', message, { params: { documented }, input: sent });
}
