import type { Json } from '../../../src/contract/json.ts';
import type { Contract, Schema } from '../../../src/contract/types.ts';

/** A value that has to be drawn at random, because no plain one fits: its schema, and where it goes. */
export interface Hole {
  readonly schema: Schema;
  readonly fill: (value: Json) => void;
}

/** What a sampling run carries along. */
export interface Sampling {
  readonly contract: Contract;
  /** Wanted length of arrays. */
  readonly items: number | undefined;
  /** Which alternative of a choice is taken, from 0; the last one where there are fewer. */
  readonly alternative: number;
  readonly holes: Hole[];
  left: number;
  /** Alternatives of the widest choice that was met. */
  alternatives: number;
  /** Samples one schema at one place: what arrays and objects do with their parts. */
  readonly visit: (run: Sampling, schema: Schema, spot: Spot) => Json | undefined;
}

/** Where in the value a sample is taken. */
export interface Spot {
  /** References on the way here: one that comes a third time ends in an empty value. */
  readonly references: readonly string[];
  /** Name of the property, for what is derived from it. */
  readonly name: string;
  /** Puts a value here later. */
  readonly fill: (value: Json) => void;
}
