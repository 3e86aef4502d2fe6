import { splitValues } from './delimited.ts';
import { alternating, type Decode, type Deserialised } from './lists.ts';
import { grouped, type Pair } from './pairs.ts';
import type { Shape } from './shape.ts';

/**
 * Style `form` (RFC 6570 section 3.2.8), query and cookie: `id=3&id=4` exploded, `id=3,4` not; objects `R=100&G=200` exploded,
 * `color=R,100,G,200` not. Undefined: the parameter is not there.
 */
export function readForm(
  pairs: readonly Pair[],
  name: string,
  shape: Shape,
  explode: boolean,
  decode: Decode,
  isMember: (name: string) => boolean = (candidate) => shape.members.has(candidate),
): Deserialised | undefined {
  const own = pairs.filter((pair) => pair.name === name);
  const [first] = own;
  if (shape.object && !shape.array && explode && !first) return members(pairs, isMember, decode);
  if (!first) return undefined;
  if (shape.object && !shape.array && !shape.scalar)
    return alternating(splitValues([first], ',', shape), decode);
  if (!shape.array) return own.length === 1 ? decode(first.value) : own.map((pair) => decode(pair.value));
  if (explode && (own.length > 1 || shape.scalar)) {
    return own.length === 1 ? decode(first.value) : own.map((pair) => decode(pair.value));
  }
  if (explode) return first.value === '' ? [] : [decode(first.value)];
  const pieces = splitValues(own, ',', shape);
  return shape.scalar && pieces.length < 2 ? decode(first.value) : pieces.map(decode);
}

/** An exploded object has no name in the query: its members stand there by themselves. */
function members(
  pairs: readonly Pair[],
  isMember: (name: string) => boolean,
  decode: Decode,
): Deserialised | undefined {
  const own = pairs.filter((pair) => isMember(pair.name));
  return own.length === 0 ? undefined : Object.fromEntries(grouped(own, decode));
}
