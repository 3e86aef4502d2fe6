/** Classes of Unicode (ECMA-262, `\p{…}`) by the ASCII characters in them. */
const ranges: Readonly<Record<string, string>> = {
  L: 'a-zA-Z',
  Letter: 'a-zA-Z',
  Alphabetic: 'a-zA-Z',
  Lu: 'A-Z',
  Uppercase_Letter: 'A-Z',
  Uppercase: 'A-Z',
  Ll: 'a-z',
  Lowercase_Letter: 'a-z',
  Lowercase: 'a-z',
  N: '0-9',
  Nd: '0-9',
  Number: '0-9',
};

/**
 * A pattern without what generators of text do not know: properties of Unicode, which become ASCII ranges, and `\u` escapes,
 * which become their characters. What matches the result matches the pattern.
 */
export function plainPattern(pattern: string): string {
  let inClass = false;
  return pattern.replace(/\\p\{(\w+)\}|\\u([\da-fA-F]{4})|\\.|[[\]]/g, (part, property, code) => {
    if (part === '[' || part === ']') inClass = part === '[';
    if (typeof code === 'string') return String.fromCharCode(Number.parseInt(code, 16));
    const range = typeof property === 'string' ? ranges[property] : undefined;
    if (range === undefined) return part;
    return inClass ? range : `[${range}]`;
  });
}
