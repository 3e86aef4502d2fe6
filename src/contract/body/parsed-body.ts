/** A body that could be read: its value, and the value as the schema judges it (files as text). */
export interface ReadBody {
  readonly value: unknown;
  readonly judged: unknown;
  /** False where the schema cannot say anything about the value: XML, bytes. */
  readonly judgeable: boolean;
}

/** What is wrong with the syntax of a body. `params.position` counts from 0, `line` and `column` from 1. */
export interface BodyFault {
  readonly message: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export type ParsedBody = ReadBody | { readonly fault: BodyFault };
