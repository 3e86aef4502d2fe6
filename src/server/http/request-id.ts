import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

const HEADER = 'X-Request-ID';
const VALID = /^[A-Za-z0-9._~:-]{1,128}$/;

/** The caller's request id where it is fit to stand in headers and logs, a new UUID otherwise. */
export function requestIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && VALID.test(header) ? header : randomUUID();
}

/** Gives every response an `X-Request-ID`, whatever becomes of the request. */
export const identifyRequest: RequestHandler = (request, response, next) => {
  response.setHeader(HEADER, requestIdFrom(request.headers['x-request-id']));
  next();
};

/** The id that `identifyRequest` gave. */
export function requestIdOf(response: Response): string {
  return String(response.getHeader(HEADER));
}
