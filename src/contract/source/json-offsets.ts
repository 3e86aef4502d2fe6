import type { Json } from '../json.ts';

/** A member or item: where its key (for an item: itself) and its value begin. */
interface Child {
  readonly offset: number;
  readonly value: number;
}

/**
 * Finds offsets of values in a JSON text by the steps to them; the nearest value around what is not there. Only the
 * levels on the way are read, each once, so that a few lookups in a big text cost about as much as reading it.
 * The text must be sound JSON.
 */
export function jsonOffsetFinder(text: string): (steps: readonly string[]) => number {
  const levels = new Map<number, ReadonlyMap<string, Child>>();
  const root = skipSpace(text, 0);
  return (steps) => {
    let at: Child = { offset: root, value: root };
    for (const step of steps) {
      const level = levels.get(at.value) ?? childrenOf(text, at.value);
      levels.set(at.value, level);
      const found = level.get(step);
      if (!found) break;
      at = found;
    }
    return at.offset;
  };
}

function childrenOf(text: string, start: number): ReadonlyMap<string, Child> {
  const children = new Map<string, Child>();
  const isObject = text[start] === '{';
  if (!isObject && text[start] !== '[') return children;
  let at = skipSpace(text, start + 1);
  while (at < text.length && text[at] !== '}' && text[at] !== ']') {
    const offset = at;
    const key = isObject ? readKey(text, offset) : String(children.size);
    const value = isObject ? skipSpace(text, skipSpace(text, endOfString(text, offset)) + 1) : offset;
    children.set(key, { offset, value });
    at = skipSpace(text, endOfValue(text, value));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return children;
}

function readKey(text: string, at: number): string {
  const key: Json = JSON.parse(text.slice(at, endOfString(text, at)));
  return String(key);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (' \n\r\t'.includes(text[at] ?? '-')) at += 1;
  return at;
}

/** The offset after the closing quote. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

function endOfValue(text: string, start: number): number {
  if (text[start] === '"') return endOfString(text, start);
  if (text[start] === '{' || text[start] === '[') return endOfCollection(text, start);
  return find(scalarEnd, text, start);
}

function endOfCollection(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    at = find(structural, text, at);
    if (text[at] === '"') {
      at = endOfString(text, at);
      continue;
    }
    depth += text[at] === '{' || text[at] === '[' ? 1 : -1;
    at += 1;
    if (depth === 0) return at;
  }
  return text.length;
}

const scalarEnd = /[,\]}\s]/g;
const structural = /["[\]{}]/g;

/** The first offset from here on that matches one character of a class; the end of the text without one. */
function find(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  // `test` makes no match object: this runs for every quote and bracket of a big text.
  return pattern.test(text) ? pattern.lastIndex - 1 : text.length;
}
