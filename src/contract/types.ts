import type { Problem } from './finding.ts';
import type { Json, JsonObject } from './json.ts';

/** HTTP methods an OpenAPI path item can carry, upper case. `QUERY` and others come with OpenAPI 3.2. */
export type Method = string;

/** JSON Schema 2020-12 as an OpenAPI 3.1 document writes it; `$ref`s point into the contract's document. */
export type Schema = JsonObject | boolean;

export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie' | 'querystring';

/** One parameter, references resolved, path-item parameters merged in. Swagger 2.0 forms are normalised to this. */
export interface Parameter {
  readonly name: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly schema?: Schema;
  /** `content`-style parameters: media type and schema, instead of `schema`. */
  readonly content?: ReadonlyMap<string, MediaType>;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly allowEmptyValue: boolean;
  readonly example?: Json;
  readonly examples: ReadonlyMap<string, Example>;
}

export interface Example {
  readonly value?: Json;
  readonly externalValue?: string;
  readonly summary?: string;
}

/** One entry of a `content` map. */
export interface MediaType {
  /** As written: `application/json`, `application/*`. */
  readonly name: string;
  readonly schema?: Schema;
  readonly itemSchema?: Schema;
  readonly example?: Json;
  readonly examples: ReadonlyMap<string, Example>;
  readonly encoding: JsonObject;
}

export interface RequestBody {
  readonly required: boolean;
  readonly content: ReadonlyMap<string, MediaType>;
}

export interface Header {
  /** As written in the document; compare case-insensitively. */
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly schema?: Schema;
  /** Media type and schema, instead of `schema`. */
  readonly content?: ReadonlyMap<string, MediaType>;
  readonly explode: boolean;
  readonly example?: Json;
  readonly examples: ReadonlyMap<string, Example>;
}

/** One documented response: `status` is `200`, `4XX` (upper case) or `default`. */
export interface Response {
  readonly status: string;
  readonly description: string;
  readonly content: ReadonlyMap<string, MediaType>;
  /** Keyed by lower-case name. */
  readonly headers: ReadonlyMap<string, Header>;
  /** All `x-` members of the response object. */
  readonly extensions: JsonObject;
}

/** Outer array: any of them will do. Inner: all of them together. `scopes` may be empty. */
export type SecurityRequirement = readonly {
  readonly scheme: SecurityScheme;
  readonly scopes: readonly string[];
}[];

export interface SecurityScheme {
  /** Key under `components.securitySchemes`. */
  readonly id: string;
  readonly type: 'apiKey' | 'http' | 'mutualTLS' | 'oauth2' | 'openIdConnect';
  /** apiKey: parameter name. */
  readonly name?: string;
  /** apiKey: where. */
  readonly in?: 'query' | 'header' | 'cookie';
  /** http: `basic`, `bearer`, `digest`, … lower case. */
  readonly scheme?: string;
}

/** One method + path of a contract. Resolved lazily: listing operations of a 13 MB document must stay cheap. */
export interface Operation {
  /** `operationId`, or `METHOD path` where the document gives none. Unique within the contract. */
  readonly id: string;
  readonly method: Method;
  /** Path template as written: `/users/{id}`. */
  readonly path: string;
  /** JSON Pointer to the operation object in the document. */
  readonly pointer: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: RequestBody | undefined;
  /** In document order, keyed by status as in `Response.status`. */
  readonly responses: ReadonlyMap<string, Response>;
  readonly security: readonly SecurityRequirement[];
  /** Effective `servers[].url` of operation, path item or document, variables substituted by defaults. */
  readonly servers: readonly string[];
  /** In the order of the document. */
  readonly callbacks: readonly Callback[];
  /** All `x-` members of the operation object. */
  readonly extensions: JsonObject;
}

/** A request that the API sends in answer to one it was sent. Its `path` is the runtime expression of the URL. */
export interface Callback {
  /** Key under `callbacks`. */
  readonly name: string;
  readonly operation: Operation;
}

/** One OpenAPI document with an id. Immutable. */
export interface Contract {
  readonly id: string;
  /** File path or URL it was read from. */
  readonly source: string;
  /** Every file it was read from, the root first: what `--watch` has to watch. */
  readonly files: readonly string[];
  readonly title: string;
  readonly version: string;
  /** `2.0`, `3.0.3`, `3.1.0`, `3.2.0`, `postman`. */
  readonly format: string;
  /**
   * The document, normalised to 3.1 shape, internal `$ref`s kept, other files under `x-bundled/<path>` and every `$ref`
   * to them rewritten to `#/x-bundled/…`. For 3.0 and 2.0 made when first asked for (a walk of the whole tree).
   */
  readonly document: JsonObject;
  readonly servers: readonly string[];
  readonly operations: readonly Operation[];
  /** OpenAPI 3.1 `webhooks`: requests the API sends. `path` is the webhook's name. */
  readonly webhooks: readonly Operation[];
  operation(id: string): Operation | undefined;
  /**
   * The schema a `$ref` in any schema of this contract leads to, in 2020-12 form, its own `$ref`s kept. The same
   * reference gives the same object, so that what is compiled from it can be cached by identity. Undefined when it leads
   * nowhere. All references are `#/…` pointers into `document`: `$id` and `$anchor` are resolved when loading.
   */
  schemaAt(reference: string): Schema | undefined;
  /** Where a JSON Pointer into `document` stands in the files it was read from. */
  origin(pointer: string): { readonly file: string; readonly pointer: string };
}

/** What loading gives: a contract where anything of it is usable, and everything wrong with the document. */
export interface Loaded {
  readonly contract: Contract | undefined;
  readonly problems: readonly Problem[];
}

/** Header names lower case; several values of one name joined as RFC 9110 section 5.3 says. */
export type Headers = Readonly<Record<string, string>>;

/** An HTTP request as the contract sees it, before anything is parsed. */
export interface RawRequest {
  readonly method: Method;
  /** Path below the contract's base, percent-encoded as received, no query. */
  readonly path: string;
  /** Raw query string without `?`. */
  readonly query: string;
  readonly headers: Headers;
  readonly body: Uint8Array | undefined;
}

export interface RawResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array | undefined;
  /** What a JSON body says, where whoever wrote it still has it: it is then not read again. */
  readonly value?: Json | undefined;
}

/** Where in a message a violation is, and what rule it breaks. Dialects and mocks word it in their own way. */
export interface Violation {
  readonly in: ParameterPlace | 'body' | 'status' | 'content-type' | 'response-header';
  /** Steps below `in`: `['items', 0, 'name']`; for a parameter its name comes first. */
  readonly path: readonly (string | number)[];
  /**
   * The JSON Schema keyword (`required`, `type`, `pattern`, …), or one of: `content-type` (media type not accepted),
   * `syntax` (body cannot be parsed), `missing-body`, `unexpected-body`, `undocumented-status`, `missing-header`,
   * `deprecated`, `discriminator` (unknown tag), `depth`.
   */
  readonly keyword: string;
  /** Ajv's params for that keyword (`{missingProperty}`, `{limit}`, `{allowedValues}`, …). */
  readonly params: Readonly<Record<string, unknown>>;
  /** English, starts lower case: `must have required property 'name'`. */
  readonly message: string;
  /** The offending value, undefined when it is missing. */
  readonly input: unknown;
  readonly severity: 'error' | 'warning';
}

/** A request after validation: parameters deserialised and coerced, body parsed. */
export interface ParsedRequest {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly cookies: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** The media type of the body, undefined without one. */
  readonly mediaType: string | undefined;
}

/** What the router says of a method and path. */
export type RouteResult =
  | {
      readonly kind: 'found';
      readonly operation: Operation;
      readonly pathParameters: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'no-path' }
  | { readonly kind: 'no-method'; readonly allow: readonly Method[] };
