import type { Problem, Refusal } from './types.ts';

/** Where Prism documents its error types; its users match on these URIs, so they are kept. */
const typeBase = 'https://stoplight.io/prism/errors#';

const templates = {
  NO_RESOURCE_PROVIDED_ERROR: [404, 'Route not resolved, no resource provided'],
  NO_PATH_MATCHED_ERROR: [404, 'Route not resolved, no path matched'],
  AMBIGUOUS_ROUTE_ERROR: [404, 'Route not resolved, several documents have it'],
  NO_SERVER_MATCHED_ERROR: [404, 'Route not resolved, no server matched'],
  NO_SERVER_CONFIGURATION_PROVIDED_ERROR: [404, 'Route not resolved, no server configuration provided'],
  NO_METHOD_MATCHED_ERROR: [405, 'Route resolved, but no method matched'],
  UNPROCESSABLE_ENTITY: [422, 'Invalid request'],
  NOT_ACCEPTABLE: [406, 'The server cannot produce a representation for your accept header'],
  NOT_FOUND: [404, 'The server cannot find the requested content'],
  UNAUTHORIZED: [401, 'Invalid security scheme used'],
  FORBIDDEN: [403, 'The credentials do not have the required scopes'],
  NO_RESPONSE_RESPONSE_DEFINED: [500, 'No response defined for the selected operation'],
  VIOLATIONS: [500, 'Request/Response not valid'],
  INVALID_CONTENT_TYPE: [415, 'Invalid content type'],
  NO_COMPLEX_OBJECT_TEXT: [500, 'Cannot serialise complex objects as text'],
  PAYLOAD_TOO_LARGE: [413, 'The request body is too large'],
  UPSTREAM_UNREACHABLE: [502, 'The upstream server did not answer'],
  PROXY_UNSUPPORTED_REQUEST_BODY: [
    501,
    'The Prism proxy does not support sending a GET/HEAD request with a message body to an upstream server. See: https://github.com/stoplightio/prism/issues/2259',
  ],
  UNKNOWN: [500, 'The mock could not build this response'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

export type ProblemType = keyof typeof templates;

/** A refusal worded as RFC 9457 problem details, with Prism's types and titles. */
export function refuse(
  type: ProblemType,
  detail: string,
  more: Pick<Problem, 'extra' | 'headers' | 'hint'> = {},
): Refusal {
  const [status, title] = templates[type];
  return { kind: 'refusal', problem: { type, title, status, detail, ...more } };
}

/** The status that a fault stands for, where no document has a response for it. */
export function refuseByFault(status: number): Refusal {
  const detail = `Prefer asked for a fault. The document has no ${status}, so there is nothing to show it by.`;
  return { kind: 'refusal', problem: { type: 'FAULT', title: 'A fault that was asked for', status, detail } };
}

/** The body of a refusal; members in the order Prism writes them. */
export function problemBody({ type, title, status, detail, extra }: Problem): string {
  return JSON.stringify({ type: typeBase + type, title, status, detail, ...extra });
}
