import { alternating, assignments, type Decode, type Deserialised, elements } from './lists.ts';
import type { Shape } from './shape.ts';

/** Style `label` (RFC 6570 section 3.2.5): `.a,b`, exploded `.a.b`; objects `.R,100,G,200`, exploded `.R=100.G=200`. */
export function readLabel(text: string, shape: Shape, explode: boolean, decode: Decode): Deserialised {
  const rest = text.startsWith('.') ? text.slice(1) : text;
  const pieces = elements(rest, explode ? '.' : ',');
  if (shape.object && !shape.array)
    return explode ? assignments(pieces, decode) : alternating(pieces, decode);
  if (shape.array && (!shape.scalar || pieces.length > 1)) return pieces.map(decode);
  return decode(rest);
}
