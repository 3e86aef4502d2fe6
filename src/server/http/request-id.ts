import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

export const REQUEST_ID = 'X-Request-ID';

const VALID = /^[A-Za-z0-9._~:-]{1,128}$/;

/** The caller's request id where it is fit to stand in headers and logs, a new UUID otherwise. */
export function requestIdFrom(sent: string | readonly string[] | undefined): string {
  return typeof sent === 'string' && VALID.test(sent) ? sent : randomUUID();
}

/** Gives a response its `X-Request-ID` before anything else happens to it. */
export const identifyRequest: RequestHandler = (request, response, next) => {
  response.setHeader(REQUEST_ID, requestIdFrom(request.headers['x-request-id']));
  next();
};
