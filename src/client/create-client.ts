import createFetchClient from 'openapi-fetch';
import type { Client } from './client.ts';
import type { ContractId, Contracts } from './contracts.ts';
import { identify } from './identify.ts';
import { type TokenSource, withToken } from './with-token.ts';

/** Where the API is: the contract's own base URL, or a server that has every contract under `/{contract id}`. */
export type Place =
  | { readonly baseUrl: string; readonly server?: never }
  | { readonly server: string; readonly baseUrl?: never };

interface Options {
  /** The access token to send; asked before every request, so that a renewed one is used at once. */
  readonly token?: TokenSource;
  /** In place of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

export type ClientOptions = Place & Options;

export interface OwnClientOptions extends Options {
  readonly baseUrl: string;
}

/**
 * A client typed by the contract's id. Every request carries an `X-Request-ID` of its own, and `Authorization: Bearer …`
 * while there is a token; headers given for a single request win. A documented refusal is a value (`error`), never a throw.
 *
 *     const users = createClient('users-v1', { server: 'http://127.0.0.1:4010', token: () => session.token });
 *     const { data, error, response } = await users.GET('/me');
 */
export function createClient<Id extends ContractId>(id: Id, options: ClientOptions): Client<Contracts[Id]> {
  return createClientOf({
    ...options,
    baseUrl: options.baseUrl ?? `${options.server.replace(/\/+$/, '')}/${id}`,
  });
}

/**
 * The same for a document of yours, by the types that `sverka types` makes of it:
 *
 *     import type { paths } from './api/bookshop.ts';
 *     const books = createClientOf<paths>({ baseUrl: 'http://127.0.0.1:4010' });
 */
export function createClientOf<Paths extends object>(options: OwnClientOptions): Client<Paths>;
// The client is openapi-fetch's; it is the types that are narrower.
export function createClientOf({ baseUrl, token, fetch }: OwnClientOptions): unknown {
  const client = createFetchClient({ baseUrl, ...(fetch === undefined ? {} : { fetch }) });
  client.use(identify);
  if (token !== undefined) client.use(withToken(token));
  return client;
}
