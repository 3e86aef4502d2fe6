/** What a style makes of text: decoded, not yet coerced. */
export type Deserialised = string | Deserialised[] | { [member: string]: Deserialised };

export type Decode = (text: string) => string;

/** `R,100,G,200` → `{R: '100', G: '200'}`. A name without a value is empty. */
export function alternating(pieces: readonly string[], decode: Decode): Deserialised {
  const entries: [string, string][] = [];
  for (let index = 0; index < pieces.length; index += 2) {
    entries.push([decode(pieces[index] ?? ''), decode(pieces[index + 1] ?? '')]);
  }
  return Object.fromEntries(entries);
}

/** `['R=100', 'G=200']` → `{R: '100', G: '200'}`. */
export function assignments(pieces: readonly string[], decode: Decode): Deserialised {
  const entries = pieces.map((piece): [string, string] => {
    const equals = piece.indexOf('=');
    return equals < 0
      ? [decode(piece), '']
      : [decode(piece.slice(0, equals)), decode(piece.slice(equals + 1))];
  });
  return Object.fromEntries(entries);
}

/** Elements between delimiters; nothing at all is an empty list. */
export function elements(text: string, delimiter: string): string[] {
  return text === '' ? [] : text.split(delimiter);
}
