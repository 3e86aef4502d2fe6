import type { Middleware } from 'openapi-fetch';

/** Gives every request an id, which comes back with the response and stands in the server's log lines. */
export const identify: Middleware = {
  onRequest({ request }) {
    if (!request.headers.has('x-request-id')) request.headers.set('x-request-id', newRequestId());
    return request;
  },
};

/** 32 hexadecimal digits. Not `crypto.randomUUID`: browsers have that in secure contexts only. */
function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
