import type { Json } from '../../contract/json.ts';
import { toText } from '../expressions/text.ts';
import type { Scope } from '../expressions/types.ts';

/** A Criterion Object, compiled once at load. `pointer` is its place in the document. */
export interface Criterion {
  readonly pointer: string;
  judge(scope: Scope): Judgement;
}

/** Whether a criterion is met; when not, in words for a person. */
export type Judgement =
  | { readonly met: true }
  | { readonly met: false; readonly message: string; readonly expected: string; readonly actual: string };

export const met: Judgement = { met: true };

/** A criterion that could not be evaluated fails (Arazzo 1.1.0 "Evaluation Errors"); the reason goes into the message. */
export function unmet(expected: string, actual: string, reason = ''): Judgement {
  const because = reason === '' ? '' : ` (${reason})`;
  return { met: false, message: `expected ${expected}, got ${actual}${because}`, expected, actual };
}

/** A value for a message: strings quoted, long ones cut, absence as `nothing`. */
export function show(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? JSON.stringify(value) : toText(value);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
