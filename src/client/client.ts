import type { FetchOptions, FetchResponse, Middleware } from 'openapi-fetch';

/**
 * An `openapi-fetch` client of exactly the paths, parameters, bodies and statuses of one document. Its own types let
 * fields pass that the document does not know; with these a misspelt field does not compile.
 */
export interface Client<Paths> {
  readonly GET: Call<Paths, 'get'>;
  readonly PUT: Call<Paths, 'put'>;
  readonly POST: Call<Paths, 'post'>;
  readonly PATCH: Call<Paths, 'patch'>;
  readonly DELETE: Call<Paths, 'delete'>;
  readonly use: (...middleware: Middleware[]) => void;
  readonly eject: (...middleware: Middleware[]) => void;
}

type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';
type AnyMedia = `${string}/${string}`;

/** Sends one request. A documented refusal is `error`; what rejects is the network. */
type Call<Paths, M extends Method> = <Path extends PathsWith<Paths, M>>(
  path: Path,
  ...init: Init<Operation<Paths[Path], M>>
) => Promise<FetchResponse<Operation<Paths[Path], M>, Record<never, never>, AnyMedia>>;

type PathsWith<Paths, M extends Method> = {
  [Path in keyof Paths]: Operation<Paths[Path], M> extends never ? never : Path;
}[keyof Paths];

/** The generated types say `get?: never` where there is no such operation. */
type Operation<Item, M extends Method> = Item extends { readonly [Key in M]: infer Found extends object }
  ? Found
  : never;

/** Parameters and body, left out where the operation needs neither. */
type Init<Found> =
  Record<never, never> extends FetchOptions<Found>
    ? [init?: FetchOptions<Found>]
    : [init: FetchOptions<Found>];
