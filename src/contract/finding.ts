/**
 * One difference between what was promised and what was seen.
 *
 * `id` names the rule that found it (`response-matches-schema`), `message` is one English sentence for a person,
 * `location` says where to look (a JSON Pointer into the message or document, a header name, `file:line:column`),
 * `expected` and `actual` are short printable values.
 */
export interface Finding {
  readonly id: string;
  readonly message: string;
  readonly location: string;
  /** The step of a check it was seen in. */
  readonly step?: string;
  readonly expected?: string;
  readonly actual?: string;
}

/** A place in a file, line and column counted from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something wrong with a document (OpenAPI, Arazzo, configuration), with the place when it is known. */
export interface Problem {
  readonly message: string;
  readonly position?: Position;
  /** `error`: what it touches cannot be used. `warning`: usable, worth mending. */
  readonly severity: 'error' | 'warning';
}

/** `file:line:column`, the form editors and terminals make clickable. */
export function formatPosition({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}

/** `file:line:column: message`. */
export function formatProblem({ message, position }: Problem): string {
  return position ? `${formatPosition(position)}: ${message}` : message;
}
