import type { ParsedRequest } from '../../contract/types.ts';
import type { Call } from '../call.ts';
import type { Caller } from '../sessions/service.ts';

/** A request's call, with the caller where the document asks for a token. */
export interface HandlerCall extends Call {
  /** Who calls. Throws (a defect) in an operation that the document leaves open to all. */
  readonly caller: Caller;
  /** Asked by HEAD: as by GET, but nothing may change, and no body goes out (RFC 9110, section 9.3.2). */
  readonly isHead: boolean;
}

/** What goes back over HTTP. Without `body` the response has none. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** An answer to HEAD for which the real body was not made: its length says nothing. */
  readonly isStandIn?: boolean;
}

/**
 * One function for each operation of a document, typed by what openapi-typescript made of it: an operation without a
 * handler, a status the document does not name, a body it does not promise are compile errors.
 */
export type Handlers<Operations> = {
  readonly [Id in keyof Operations]: (
    request: RequestOf<Operations[Id]>,
    call: HandlerCall,
  ) => Promise<ReplyOf<Operations[Id]>> | ReplyOf<Operations[Id]>;
};

/** The validated request of an operation. */
export interface RequestOf<Operation> {
  readonly path: Part<Operation, 'path'>;
  readonly query: Part<Operation, 'query'>;
  readonly headers: Part<Operation, 'header'>;
  readonly cookies: Part<Operation, 'cookie'>;
  readonly body: BodyOf<Operation>;
  readonly mediaType: string | undefined;
}

type Part<Operation, Place extends string> = Operation extends {
  parameters: { [Key in Place]: infer Values };
}
  ? Values
  : Operation extends { parameters: { [Key in Place]?: infer Values } }
    ? NonNullable<Values>
    : never;

type BodyOf<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? Content[keyof Content]
  : Operation extends { requestBody?: { content: infer Content } }
    ? OrNothing<Content>
    : undefined;

/** Where the document has no body, openapi-typescript writes `requestBody?: never`. */
type OrNothing<Content> = unknown extends Content ? undefined : Content[keyof Content] | undefined;

/** The documented responses of an operation: one member of the union for each status. */
export type ReplyOf<Operation> = Operation extends { responses: infer Responses }
  ? { [Status in keyof Responses & number]: ReplyWith<Status, Responses[Status]> }[keyof Responses & number]
  : never;

type ReplyWith<Status, Response> = {
  readonly status: Status;
  readonly headers?: Readonly<Record<string, string>>;
  readonly isStandIn?: boolean;
} & (Response extends { content: { 'application/json': infer Body } }
  ? { readonly body: Body }
  : { readonly body?: undefined });

/** A handler once its types are known to agree with the document; the document has checked what it gets. */
export interface UntypedHandlers {
  readonly [id: string]: UntypedHandler;
}

/**
 * Written as a method because methods compare their parameters both ways: a handler that takes one exact body stands
 * here among others. What makes that safe is that a request only gets here after validation against the same document.
 */
export type UntypedHandler = {
  handle(request: ParsedRequest, call: HandlerCall): Promise<Reply> | Reply;
}['handle'];
