import type { Json } from '../../contract/json.ts';
import { evaluate } from './evaluate.ts';
import type { Parsed } from './mistake.ts';
import { looksLikeExpression, parseExpression } from './parse-expression.ts';
import type { Expression, Scope } from './types.ts';

/** A string with expressions in curly braces, cut into its pieces: `Bearer {$steps.login.outputs.token}`. */
export type Text = readonly (string | Expression)[];

const embedded = /\{(\$[^{}]*)\}/g;

/** Cuts a string at its embedded expressions. Braces around anything else are literal text. */
export function parseText(text: string): Parsed<Text> {
  const pieces: (string | Expression)[] = [];
  let from = 0;
  for (const { 0: all, 1: inner = '', index } of text.matchAll(embedded)) {
    if (!looksLikeExpression(inner)) continue;
    const parsed = parseExpression(inner);
    if (!parsed.ok) return { ...parsed, at: index + 1 + parsed.at };
    if (index > from) pieces.push(text.slice(from, index));
    pieces.push(parsed.value);
    from = index + all.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return { ok: true, value: pieces };
}

/** Puts the values in. What has no value is added to `missing`, as it was written. */
export function fillText(text: Text, scope: Scope, missing: string[]): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : embed(piece, scope, missing))).join('');
}

function embed(expression: Expression, scope: Scope, missing: string[]): string {
  const value = evaluate(expression, scope);
  if (value === undefined) missing.push(expression.text);
  return value === undefined ? '' : toText(value);
}

/** Scalars as they print, structures as JSON (Arazzo 1.1.0 "Runtime Expressions", embedding rules). */
export function toText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
