import { randomInt } from 'node:crypto';

/** Draws a text that a regular expression matches. */
export type Draw = () => string;

/** The most a `*`, `+` or `{n,}` repeats beyond what it must. */
const extraRepeats = 8;

const printable = characters(' ', '~');
const classes: Readonly<Record<string, readonly string[]>> = {
  d: characters('0', '9'),
  w: [...characters('a', 'z'), ...characters('A', 'Z'), ...characters('0', '9'), '_'],
  s: [' '],
};

/**
 * Compiles a regular expression to a generator of texts that match it: literals, classes, groups, alternatives and
 * repeats, `^` at the start and `$` at the end. Undefined for anything else (back references, look-around).
 */
export function drawPattern(pattern: string): Draw | undefined {
  const state = { pattern: pattern.replace(/^\^/, '').replace(/(?<!\\)\$$/, ''), at: 0 };
  try {
    const draw = readAlternatives(state);
    return state.at === state.pattern.length ? draw : undefined;
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

/** Thrown inside the parser only. */
class Unsupported extends Error {}

interface State {
  readonly pattern: string;
  at: number;
}

function readAlternatives(state: State): Draw {
  const options = [readSequence(state)];
  while (state.pattern[state.at] === '|') {
    state.at += 1;
    options.push(readSequence(state));
  }
  return () => pick(options)();
}

function readSequence(state: State): Draw {
  const parts: Draw[] = [];
  while (state.at < state.pattern.length && !'|)'.includes(state.pattern[state.at] ?? '')) {
    parts.push(readRepeated(state));
  }
  return () => parts.map((part) => part()).join('');
}

function readRepeated(state: State): Draw {
  const atom = readAtom(state);
  const [all, sign, from, comma, to] = match(state, /([*+?])|\{(\d+)(,)?(\d+)?\}/y) ?? [];
  if (all === undefined) return atom;
  if (match(state, /[?+]/y) && sign === undefined) throw new Unsupported();
  const least = sign === undefined ? Number(from) : Number(sign === '+');
  const most =
    sign === '?' ? 1 : comma === undefined && sign === undefined ? least : Number(to ?? least + extraRepeats);
  return () => Array.from({ length: randomInt(least, most + 1) }, atom).join('');
}

function readAtom(state: State): Draw {
  if (match(state, /\((?:\?:)?(?!\?)/y)) {
    const inner = readAlternatives(state);
    if (!match(state, /\)/y)) throw new Unsupported();
    return inner;
  }
  const [set, negated, members] = match(state, /\[(\^)?((?:\\.|[^\]\\])+)\]/y) ?? [];
  if (set !== undefined) return from(readClass(members ?? '', negated !== undefined));
  const escaped = match(state, /\\(.)/y)?.[1];
  if (escaped !== undefined) return from(readEscape(escaped));
  if (match(state, /\./y)) return from(printable);
  const literal = match(state, /[^\\()[\]{}*+?|^$.]/y)?.[0];
  if (literal === undefined) throw new Unsupported();
  return () => literal;
}

function readClass(members: string, negated: boolean): readonly string[] {
  const listed = [...members.matchAll(/\\(.)|(.)-([^\\])|(.)/gs)].flatMap(
    ([, escaped, low, high, single]) => {
      if (escaped !== undefined) return readEscape(escaped);
      return low !== undefined && high !== undefined ? characters(low, high) : [single ?? ''];
    },
  );
  return negated ? printable.filter((character) => !listed.includes(character)) : listed;
}

function readEscape(letter: string): readonly string[] {
  const known = classes[letter];
  if (known) return known;
  if (/[a-zA-Z0-9]/.test(letter)) throw new Unsupported();
  return [letter];
}

function characters(low: string, high: string): string[] {
  const [first, last] = [low.charCodeAt(0), high.charCodeAt(0)];
  if (last < first) throw new Unsupported();
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index));
}

function from(options: readonly string[]): Draw {
  if (options.length === 0) throw new Unsupported();
  return () => pick(options);
}

function pick<T>(options: readonly T[]): T {
  const option = options[randomInt(options.length)];
  if (option === undefined) throw new RangeError('nothing to pick from');
  return option;
}

function match(state: State, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = state.at;
  const found = pattern.exec(state.pattern);
  if (!found) return undefined;
  state.at += found[0].length;
  return found;
}
