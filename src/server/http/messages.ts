import type * as Http from 'node:http';
import type { Express } from 'express';
import { http } from '../../node/http.ts';

/** What `createServer` of node:http makes of a connection. */
interface Messages {
  readonly IncomingMessage: typeof Http.IncomingMessage;
  readonly ServerResponse: typeof Http.ServerResponse<Http.IncomingMessage>;
}

/**
 * Classes whose instances are requests and responses of this app from the start. Express gives each that it gets the
 * app's own prototype, and to V8 an object whose prototype has changed is one of a kind: whatever touches it later is
 * slow. One that has the right prototype already stays as it is.
 */
export function messagesOf(app: Express): Messages {
  class AppRequest extends http.IncomingMessage {}
  class AppResponse extends http.ServerResponse {}
  Object.setPrototypeOf(AppRequest.prototype, app.request);
  Object.setPrototypeOf(AppResponse.prototype, app.response);
  Object.assign(app, { request: AppRequest.prototype, response: AppResponse.prototype });
  return { IncomingMessage: AppRequest, ServerResponse: AppResponse };
}
