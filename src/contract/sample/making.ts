import type { Json } from '../json.ts';
import type { Direction } from '../schema/hidden-properties.ts';
import type { Located } from '../schema/references.ts';
import type { Contract, Schema } from '../types.ts';
import type { Random } from './random.ts';

/** What whoever asks prefers among the values a schema accepts. */
export interface Taste {
  /** How likely an optional property is there, 0 to 1. Default 0.85. */
  readonly optionals?: number;
  /** Length of lists, as far as the schema allows. Default 1 to 3. */
  readonly items?: { readonly least: number; readonly most: number };
  /** Take `default` where the schema has one. */
  readonly defaults?: boolean;
  /** Take one of `examples` where the schema has some. */
  readonly examples?: boolean;
  /** Properties that are allowed but not declared, added to every open object. Default 0. */
  readonly extras?: number;
}

/** What making a value needs to know on its way down. */
export interface Making {
  readonly contract: Contract;
  readonly direction: Direction;
  readonly random: Random;
  readonly taste: Taste;
  /** Only what is required, and the shortest way out of recursion. */
  readonly minimal: boolean;
  readonly depth: number;
  /** Reference targets that are being made right now: meeting one again is recursion. */
  readonly within: ReadonlySet<Schema>;
  /** Text that matches a pattern; from the sampling library, which is only loaded when needed. */
  readonly textFor: (pattern: string, random: Random) => string;
  /** A value that all these schemas accept, as far as can be told. */
  readonly make: (places: readonly Located[], making: Making) => Json;
}

/** From here on optional things are left out and alternatives chosen that end soon. */
const deep = 5;

/** Even what is required ends here: a schema without a finite value cannot be satisfied. */
export const bottom = 40;

export function isDeep({ minimal, depth }: Making): boolean {
  return minimal || depth >= deep;
}
