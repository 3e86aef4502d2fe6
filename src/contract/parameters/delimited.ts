import { alternating, type Decode, type Deserialised, elements } from './lists.ts';
import type { Pair } from './pairs.ts';
import type { Shape } from './shape.ts';

const delimiters = {
  form: /,/,
  spaceDelimited: /%20|\+| /,
  pipeDelimited: /\||%7C/i,
  tabDelimited: /\t|%09/,
} as const;

type DelimitedStyle = 'spaceDelimited' | 'pipeDelimited' | 'tabDelimited';

export function isDelimited(style: string): style is DelimitedStyle {
  return style !== 'form' && Object.hasOwn(delimiters, style);
}

/** What stands between the elements of a list that is not exploded: commas, where the style names nothing else. */
export const delimiterOf = (style: string): RegExp => delimiters[isDelimited(style) ? style : 'form'];

/**
 * Styles `spaceDelimited` (`id=3%204`) and `pipeDelimited` (`id=3|4`), and Swagger 2.0's `tsv`, which has no style of its own;
 * exploded they are like `form`.
 */
export function readDelimited(
  pairs: readonly Pair[],
  name: string,
  style: DelimitedStyle,
  shape: Shape,
  decode: Decode,
): Deserialised | undefined {
  const own = pairs.filter((pair) => pair.name === name);
  if (own.length === 0) return undefined;
  const pieces = own.flatMap((pair) => (pair.value === '' ? [] : pair.value.split(delimiters[style])));
  if (shape.object && !shape.array) return alternating(pieces, decode);
  if (shape.array && (!shape.scalar || pieces.length > 1)) return pieces.map(decode);
  return decode(own[0]?.value ?? '');
}

/**
 * Elements between commas. An encoded comma belongs to an element, but many clients encode the delimiters as well: where elements
 * cannot be text, it is one.
 */
export function splitValues(pairs: readonly Pair[], delimiter: string, shape: Shape): string[] {
  return pairs.flatMap(({ value }) => {
    const raw = shape.array && !shape.textItems ? value.replaceAll(/%2C/gi, delimiter) : value;
    return elements(raw, delimiter);
  });
}
