import { alternating, assignments, type Decode, type Deserialised, elements } from './lists.ts';
import type { Shape } from './shape.ts';

/**
 * Style `matrix` (RFC 6570 section 3.2.7): `;id=5`, arrays `;id=3,4`, exploded `;id=3;id=4`,
 * objects `;id=R,100`, exploded `;R=100`.
 */
export function readMatrix(
  text: string,
  name: string,
  shape: Shape,
  explode: boolean,
  decode: Decode,
): Deserialised {
  const pieces = elements(text.startsWith(';') ? text.slice(1) : text, ';');
  if (shape.object && !shape.array && explode) return assignments(pieces, decode);
  const values = pieces.map((piece) => valueAfterName(piece, name, decode));
  const joined = values.join(',');
  if (shape.object && !shape.array) return alternating(elements(joined, ','), decode);
  if (shape.array) return explode ? values.map(decode) : elements(joined, ',').map(decode);
  return decode(joined);
}

/** A piece without our name is taken as it is: better a value to complain about than none. */
function valueAfterName(piece: string, name: string, decode: Decode): string {
  const equals = piece.indexOf('=');
  if (equals < 0) return decode(piece) === name ? '' : piece;
  return decode(piece.slice(0, equals)) === name ? piece.slice(equals + 1) : piece;
}
