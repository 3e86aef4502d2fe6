import { alternating, assignments, type Decode, type Deserialised, elements } from './lists.ts';
import type { Shape } from './shape.ts';

/** Style `simple` (RFC 6570 section 3.2.2): `a,b`; objects `R,100,G,200`, exploded `R=100,G=200`. Path and header. */
export function readSimple(text: string, shape: Shape, explode: boolean, decode: Decode): Deserialised {
  const pieces = elements(text, ',');
  if (shape.object && !shape.array && (!shape.scalar || pieces.length > 1)) {
    return explode ? assignments(pieces, decode) : alternating(pieces, decode);
  }
  if (shape.array && (!shape.scalar || pieces.length > 1)) return pieces.map(decode);
  return decode(text);
}
