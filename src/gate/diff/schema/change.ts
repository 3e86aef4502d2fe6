import type { Schema } from '../../../contract/types.ts';
import type { Calendar } from '../calendar.ts';
import type { Direction } from '../types.ts';
import type { Form, FormOf } from './form.ts';
import type { Kind } from './kinds.ts';
import type { Unchanged } from './unchanged.ts';

/**
 * One difference between two forms. `left` names the values that are no longer valid, `entered` those that now are:
 * plural nouns, as in `texts longer than 5 characters`. A kind without effect on validity says its sentence in `note`.
 */
export interface Change {
  readonly kind: Kind;
  readonly left?: string;
  readonly entered?: string;
  readonly note?: string;
  /** The keyword it stands under. */
  readonly keyword?: string;
  /** A property whose own schema is the place. */
  readonly property?: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** How the set of valid values changed. Neither: the same set. Both: some left, some entered. */
export interface Relation {
  readonly narrower: boolean;
  readonly wider: boolean;
  /** It cannot be decided. */
  readonly unknown: boolean;
}

export const same: Relation = { narrower: false, wider: false, unknown: false };

/** How it changed the other way round. */
export const flipped = ({ narrower, wider, unknown }: Relation): Relation => ({
  narrower: wider,
  wider: narrower,
  unknown,
});

/** How values are written: as JSON, as plain text (a query, a form), or as XML, whose values are texts, too. */
export type Manner = 'json' | 'text' | 'xml';

/** Two schemas to compare, and what comparing needs. */
export interface Pair {
  readonly oldSchema: Schema;
  readonly newSchema: Schema;
  readonly old: Form;
  readonly new: Form;
  readonly direction: Direction;
  readonly manner: Manner;
  /** Values travel as plain text, as in a query: a number is a text too. */
  readonly asText: boolean;
  readonly calendar: Calendar;
  readonly oldForm: FormOf;
  readonly newForm: FormOf;
  readonly relate: (old: Schema, fresh: Schema) => Relation;
  /** Whether anything is said that was not: cheaper than how it changed what is valid. */
  readonly differ: (old: Schema, fresh: Schema) => boolean;
  readonly unchanged: Unchanged;
}

/** Parts of two schemas that correspond: the same property, the items of both lists, two branches of a `oneOf`. */
export interface Child {
  readonly old: Schema;
  readonly new: Schema;
  /** What is added to the path. */
  readonly step: string;
  /** It judges the same value, not a part of it. */
  readonly inPlace?: true;
  /** It never travels in this direction: what is told of it breaks nobody. */
  readonly hidden?: true;
}

export interface Compared {
  readonly changes: readonly Change[];
  readonly children: readonly Child[];
}

/** One keyword or several that belong together. */
export type CompareKeyword = (pair: Pair) => readonly Change[];

/** Changes, and no part to look into. */
export const told = (...changes: readonly Change[]): Compared => ({ changes, children: [] });

/** What several keywords say, in their order. */
export const joined = (...parts: readonly Compared[]): Compared => ({
  changes: parts.flatMap(({ changes }) => changes),
  children: parts.flatMap(({ children }) => children),
});
