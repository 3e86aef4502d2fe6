import { percentDecoded } from '../percent.ts';

/** One `/`-separated piece of a path template. */
export type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'mixed'; readonly names: readonly string[]; readonly literals: readonly string[] };

/** Cuts a path at its slashes. `''` is the same as `/`; a trailing slash counts: `/a/` has an empty last segment. */
export function splitPath(path: string): string[] {
  const from = path.startsWith('/') ? 1 : 0;
  return path.slice(from).split('/');
}

/** Reads a path template (OpenAPI 3.1 section 4.8.8.2). Braces that are not a parameter are literal text. */
export function parseTemplate(template: string): Segment[] {
  return splitPath(template).map(parseSegment);
}

function parseSegment(text: string): Segment {
  const pieces = text.split(/\{([^{}]+)\}/);
  if (pieces.length === 1) return { kind: 'literal', text: percentDecoded(text) };
  const names = pieces.filter((_, index) => index % 2 === 1);
  const literals = pieces.filter((_, index) => index % 2 === 0);
  const [only] = names;
  if (only !== undefined && literals.join('') === '' && names.length === 1)
    return { kind: 'parameter', name: only };
  return { kind: 'mixed', names, literals };
}

/**
 * Values of a mixed segment's parameters, still percent-encoded, or undefined when it does not match.
 * Every parameter takes at least one character and as few as it can, the last takes the rest: linear in the text's length.
 */
export function matchMixed(literals: readonly string[], text: string): string[] | undefined {
  const [prefix = '', ...rest] = literals;
  const suffix = rest.at(-1) ?? '';
  if (!text.startsWith(prefix)) return undefined;
  const values: string[] = [];
  let at = prefix.length;
  for (const literal of rest.slice(0, -1)) {
    const next = text.indexOf(literal, at + 1);
    if (next < 0) return undefined;
    values.push(text.slice(at, next));
    at = next + literal.length;
  }
  const end = text.length - suffix.length;
  if (end <= at || !text.endsWith(suffix)) return undefined;
  values.push(text.slice(at, end));
  return values;
}

/**
 * Path parameters as they stand in a path, percent-encoded; undefined when the path is not one of this template.
 * Styles with delimiters need them: once decoded, an escaped comma cannot be told from a delimiter.
 */
export function rawPathParameters(template: string, path: string): Map<string, string> | undefined {
  const segments = parseTemplate(template);
  const pieces = splitPath(path);
  if (segments.length !== pieces.length) return undefined;
  const values = new Map<string, string>();
  for (const [index, segment] of segments.entries()) {
    const piece = pieces[index] ?? '';
    if (segment.kind === 'parameter') values.set(segment.name, piece);
    if (segment.kind !== 'mixed') continue;
    const found = matchMixed(segment.literals, piece);
    if (!found) return undefined;
    segment.names.forEach((name, position) => {
      values.set(name, found[position] ?? '');
    });
  }
  return values;
}
