import { isObject } from '../../contract/json.ts';
import type { Violation } from '../../contract/types.ts';

/**
 * PostgreSQL's text holds neither U+0000 nor half a surrogate pair, SQLite's does. JSON can only write either as an
 * escape, so a body without `\u` needs no second look; what is found is refused the same way over both.
 */
export function unstorableText(rawBody: Uint8Array | undefined, body: unknown): Violation[] {
  if (!rawBody || Buffer.from(rawBody.buffer, rawBody.byteOffset, rawBody.byteLength).indexOf('\\u') < 0)
    return [];
  return search(body, []);
}

function search(value: unknown, path: readonly (string | number)[]): Violation[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [violation(value, path)];
  if (Array.isArray(value)) return value.flatMap((item, index) => search(item, [...path, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    isStorable(name) ? search(member, [...path, name]) : [violation(name, path)],
  );
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function violation(input: string, path: readonly (string | number)[]): Violation {
  return {
    in: 'body',
    path,
    keyword: 'text',
    params: {},
    message: 'must not contain U+0000 or half a surrogate pair',
    input: input.toWellFormed().replaceAll('\0', ''),
    severity: 'error',
  };
}
