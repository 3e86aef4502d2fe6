import { percentDecoded } from '../percent.ts';

/** One `name=value`; the name is decoded, the value is as received: its delimiters count only while encoded ones are encoded. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** Cuts a query string (without `?`) or a form body at its `&`. Empty pieces do not count. */
export function parsePairs(query: string): Pair[] {
  if (query === '') return [];
  return query
    .split('&')
    .filter((piece) => piece !== '')
    .map((piece) => toPair(piece, decodeQuery));
}

/** Reads a `Cookie` header (RFC 6265 section 4.2.1). */
export function parseCookies(header: string | undefined): Pair[] {
  if (!header) return [];
  const pieces = header.split(';').map((piece) => piece.trim());
  return pieces.filter((piece) => piece !== '').map((piece) => toPair(piece, (text) => text));
}

/** Each name with its value, a list where it is repeated. */
export function grouped(
  pairs: readonly Pair[],
  decode: (value: string) => string = decodeQuery,
): [string, string | string[]][] {
  return [...Map.groupBy(pairs, (pair) => pair.name)].map(([name, group]) => {
    const values = group.map((pair) => decode(pair.value));
    const [first = ''] = values;
    return [name, values.length === 1 ? first : values];
  });
}

function toPair(piece: string, decodeName: (text: string) => string): Pair {
  const equals = piece.indexOf('=');
  if (equals < 0) return { name: decodeName(piece), value: '' };
  return { name: decodeName(piece.slice(0, equals)), value: piece.slice(equals + 1) };
}

/** `application/x-www-form-urlencoded` decoding; broken escapes stay as they are, never throw. */
export function decodeQuery(text: string): string {
  return percentDecoded(text.includes('+') ? text.replaceAll('+', ' ') : text);
}
