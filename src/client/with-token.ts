import type { Middleware } from 'openapi-fetch';

/** Gives the access token of the moment; undefined while nobody is logged in. */
export type TokenSource = () => string | undefined | Promise<string | undefined>;

/** Sends the token as RFC 6750 section 2.1 has it, unless a request brings an `Authorization` of its own. */
export function withToken(token: TokenSource): Middleware {
  return {
    async onRequest({ request }) {
      if (request.headers.has('authorization')) return request;
      const current = await token();
      if (current !== undefined) request.headers.set('authorization', `Bearer ${current}`);
      return request;
    },
  };
}
