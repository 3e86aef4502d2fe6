import type { Json } from '../../contract/json.ts';

/** One step into a value: `.name`, `['name']` or `[0]`. */
export type Accessor = string | number;

/** What follows the root of an expression: accessors, then an optional JSON Pointer (`outputs.pets#/0/id`). */
export interface Trail {
  readonly accessors: readonly Accessor[];
  readonly pointer: readonly string[];
}

export type Side = 'request' | 'response';

/** A runtime expression (Arazzo 1.0.1 "Runtime Expressions"), with `text` as it was written. */
export type Expression = { readonly text: string } & (
  | { readonly kind: 'url' | 'method' | 'statusCode' | 'self' }
  | {
      readonly kind: 'parameter';
      readonly side: Side;
      readonly place: 'header' | 'query' | 'path';
      readonly name: string;
    }
  | { readonly kind: 'body'; readonly side: Side; readonly trail: Trail }
  | { readonly kind: 'inputs' | 'outputs'; readonly trail: Trail }
  | { readonly kind: 'steps'; readonly stepId: string; readonly trail: Trail }
  | {
      readonly kind: 'workflows';
      readonly workflowId: string;
      readonly field: 'inputs' | 'outputs';
      readonly trail: Trail;
    }
  | { readonly kind: 'sourceDescriptions'; readonly source: string; readonly reference: string }
  | { readonly kind: 'components'; readonly type: string; readonly name: string }
);

/** Named values, own properties only. */
export type Values = Readonly<Record<string, Json>>;

/** The HTTP message pair of the step at hand; `response` is absent when none came. */
export interface Call {
  readonly url: string;
  readonly method: string;
  readonly request: CallMessage & { readonly query: Values; readonly path: Values };
  readonly response?: CallMessage & { readonly status: number };
}

/** `headers` have lower-case names. `body` is parsed JSON, else text; undefined without one. */
interface CallMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
}

/** Everything an expression can see at one moment of a run. */
export interface Scope {
  readonly inputs: Values;
  /** Outputs of the workflow that the current step called; empty elsewhere. */
  readonly outputs: Values;
  readonly steps: ReadonlyMap<string, Values>;
  readonly workflows: ReadonlyMap<string, { readonly inputs: Values; readonly outputs: Values }>;
  readonly document: DocumentScope;
  readonly call: Call | undefined;
}

/** The parts of a document that do not change during a run. */
export interface DocumentScope {
  /** Canonical URI of the document (`$self`), or where it was read from. */
  readonly self: string;
  /** Source Description Objects by name. */
  readonly sources: ReadonlyMap<string, Values>;
  /** Values of `components.parameters`, as written. */
  readonly parameters: Values;
}

/**
 * Gives a value of the document with its expressions replaced by their values. Undefined when the whole is one
 * expression without a value. Expressions that had none are added to `missing`, as they were written.
 */
export type Fill = (scope: Scope, missing: string[]) => Json | undefined;
