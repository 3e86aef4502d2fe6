/** Overrides as `handlersFor` takes them, typed by what openapi-typescript generates from a document (`operations`). */
export type Overrides<Operations> = { readonly [Id in keyof Operations]?: Override<Operations[Id]> };

/** Answers one operation by hand; undefined leaves it to the mock. */
export type Override<Operation = unknown> = (
  info: OverrideInfo<Operation>,
) => Response | undefined | Promise<Response | undefined>;

/** What an override gets to know of a request. */
export interface OverrideInfo<Operation = unknown> {
  readonly request: Request;
  readonly params: ParamsOf<Operation>;
  /** The JSON that was sent. */
  readonly body: () => Promise<BodyOf<Operation>>;
  /** What the mock would answer. */
  readonly mocked: () => Promise<Response>;
  /** A JSON response that the document knows. */
  readonly reply: <Status extends StatusOf<Operation>>(
    status: Status,
    body: ReplyOf<Operation, Status>,
  ) => Response;
}

type ParamsOf<Operation> = Operation extends { parameters: { path: infer Path extends object } }
  ? Readonly<Path>
  : Readonly<Record<string, string>>;

type BodyOf<Operation> = Operation extends { requestBody?: { content: infer Content } }
  ? Content[keyof Content]
  : unknown;

type StatusOf<Operation> = Operation extends { responses: infer Responses }
  ? keyof Responses & number
  : number;

type ReplyOf<Operation, Status extends number> = Operation extends {
  responses: { [Key in Status]: { content: infer Content } };
}
  ? Content[keyof Content]
  : unknown;
