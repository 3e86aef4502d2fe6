/** Where and why a text is not what was asked for; `position` counts UTF-16 units from 0. */
export interface JsonFault {
  readonly kind: 'syntax' | 'depth' | 'duplicate' | 'text';
  readonly position: number;
  readonly message: string;
}

export interface ScanOptions {
  readonly maxDepth: number;
  /** Also refuse what parsers disagree about (I-JSON, RFC 7493): repeated names, lone surrogates; and NUL characters. */
  readonly strict: boolean;
}

type Expecting = 'value' | 'first-value' | 'name' | 'first-name' | 'end';

interface State {
  readonly text: string;
  readonly options: ScanOptions;
  at: number;
  expecting: Expecting;
  /** Open arrays and objects; a set holds the names an object has so far. */
  readonly open: (Set<string> | 'array')[];
}

const space = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;

/**
 * Reads a JSON text (RFC 8259) without building it: the first fault with its position, or undefined.
 * Not recursive, so that no nesting can exhaust the stack.
 */
export function scanJson(text: string, options: ScanOptions): JsonFault | undefined {
  const state: State = { text, options, at: 0, expecting: 'value', open: [] };
  while (state.expecting !== 'end' || state.open.length > 0) {
    skip(state, space);
    const fault = state.expecting === 'end' ? afterValue(state) : step(state);
    if (fault) return fault;
  }
  skip(state, space);
  return state.at < text.length ? fault(state, 'syntax', 'unexpected text after the value') : undefined;
}

/** The first fault of a text that `JSON.parse` has refused. */
export function jsonFault(text: string, options: ScanOptions): JsonFault {
  return scanJson(text, options) ?? { kind: 'syntax', position: 0, message: 'not valid JSON' };
}

function step(state: State): JsonFault | undefined {
  const character = state.text[state.at];
  if (state.expecting === 'first-value' && character === ']') return close(state);
  if (state.expecting === 'first-name' && character === '}') return close(state);
  if (state.expecting === 'name' || state.expecting === 'first-name') return readName(state);
  return readValue(state, character);
}

function readValue(state: State, character: string | undefined): JsonFault | undefined {
  if (character === '{') return open(state, new Set(), 'first-name');
  if (character === '[') return open(state, 'array', 'first-value');
  state.expecting = 'end';
  if (character === '"') return readString(state).fault;
  if (skip(state, number) || skip(state, word)) return undefined;
  return fault(state, 'syntax', character === undefined ? 'the text ends too early' : 'a value is expected');
}

function open(state: State, kind: Set<string> | 'array', expecting: Expecting): JsonFault | undefined {
  if (state.open.length >= state.options.maxDepth) {
    return fault(state, 'depth', `nested deeper than ${state.options.maxDepth} levels`);
  }
  state.open.push(kind);
  state.at += 1;
  state.expecting = expecting;
  return undefined;
}

function close(state: State): undefined {
  state.open.pop();
  state.at += 1;
  state.expecting = 'end';
}

function afterValue(state: State): JsonFault | undefined {
  const inside = state.open.at(-1);
  const character = state.text[state.at];
  const closing = inside === 'array' ? ']' : '}';
  if (character === closing) return close(state);
  if (character !== ',') return fault(state, 'syntax', `',' or '${closing}' is expected`);
  state.at += 1;
  state.expecting = inside === 'array' ? 'value' : 'name';
  return undefined;
}

function readName(state: State): JsonFault | undefined {
  const start = state.at;
  if (state.text[start] !== '"')
    return fault(state, 'syntax', 'a property name in double quotes is expected');
  const { fault: wrong, raw } = readString(state);
  if (wrong) return wrong;
  const names = state.open.at(-1);
  if (state.options.strict && names instanceof Set) {
    const name: unknown = JSON.parse(raw);
    if (names.has(String(name)))
      return { kind: 'duplicate', position: start, message: `property ${raw} is repeated` };
    names.add(String(name));
  }
  skip(state, space);
  if (state.text[state.at] !== ':') return fault(state, 'syntax', "':' is expected");
  state.at += 1;
  state.expecting = 'value';
  return undefined;
}

function readString(state: State): { fault: JsonFault | undefined; raw: string } {
  const start = state.at;
  const { text } = state;
  for (state.at += 1; state.at < text.length; state.at += 1) {
    const code = text.charCodeAt(state.at);
    if (code === quote) {
      state.at += 1;
      const raw = text.slice(start, state.at);
      return { fault: state.options.strict ? unsafeText(raw, start) : undefined, raw };
    }
    if (code < 0x20) return { fault: fault(state, 'syntax', 'a control character must be escaped'), raw: '' };
    if (code === backslash && !skipEscape(state))
      return { fault: fault(state, 'syntax', 'an unknown escape'), raw: '' };
  }
  return { fault: fault(state, 'syntax', 'the text ends inside a string'), raw: '' };
}

const quote = 0x22;
const backslash = 0x5c;
const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Leaves the position on the escape's last character. */
function skipEscape(state: State): boolean {
  const found = skip(state, escapeSequence);
  if (found) state.at -= 1;
  return found;
}

/** PostgreSQL cannot store a NUL, UTF-8 no lone surrogate: better refused than changed on the way. */
function unsafeText(raw: string, position: number): JsonFault | undefined {
  if (!raw.includes('\\u') && raw.isWellFormed()) return undefined;
  const value = String(JSON.parse(raw));
  if (!value.isWellFormed()) return { kind: 'text', position, message: 'a string has a lone surrogate' };
  return value.includes('\0')
    ? { kind: 'text', position, message: 'a string has a NUL character' }
    : undefined;
}

function skip(state: State, pattern: RegExp): boolean {
  pattern.lastIndex = state.at;
  if (!pattern.test(state.text)) return false;
  state.at = pattern.lastIndex;
  return true;
}

function fault(state: State, kind: JsonFault['kind'], message: string): JsonFault {
  return { kind, position: state.at, message };
}
