const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;

/** A piece of a JSON text, with the class it is coloured by; none for what stands between values. */
export interface Token {
  readonly text: string;
  readonly kind?: 'key' | 'string' | 'word' | 'number';
}

/** The pieces of a JSON text, in their order and without a gap. */
export function* jsonTokens(text: string): Iterable<Token> {
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [all, string, colon, word] = match;
    yield { text: text.slice(end, match.index) };
    end = match.index + all.length;
    yield { text: string ?? all, kind: string ? (colon ? 'key' : 'string') : word ? 'word' : 'number' };
    if (colon) yield { text: colon };
  }
  yield { text: text.slice(end) };
}
