import type { Direction, Level } from '../types.ts';
import { composition } from './kinds/composition.ts';
import { content } from './kinds/content.ts';
import { lifeCycle } from './kinds/life-cycle.ts';
import { limits } from './kinds/limits.ts';
import { lists } from './kinds/lists.ts';
import { objects } from './kinds/objects.ts';
import { properties } from './kinds/properties.ts';
import { types } from './kinds/types.ts';
import { values } from './kinds/values.ts';

/** How a kind of change moves the set of valid values. `unknown`: nobody can tell. `none`: not at all. */
export type Effect = 'narrower' | 'wider' | 'changed' | 'unknown' | 'none';

/** What is different in one direction from what the effect says. */
export interface Departure {
  readonly level?: Level;
  /** Ids are `<subject>-<kind>` unless a kind has a name of its own here. */
  readonly id?: string;
  /** It goes by the id, and has the level, of another kind. */
  readonly as?: string;
  /** The note of the change tells it here: its effect is not what clients suffer. */
  readonly noted?: true;
  /** The kind does not exist in this direction. */
  readonly never?: true;
}

/** One kind of change of a schema: a row from which the rules of all places where schemas stand are made. */
export interface KindRow extends Readonly<Partial<Record<Direction, Departure>>> {
  readonly effect: Effect;
  /** What holds in one place only: `request-parameter`. */
  readonly at?: Readonly<Record<string, Departure>>;
  /** Told of properties, never of a whole value. */
  readonly ofProperties?: true;
  /** A sentence without its full stop: `the maximum length was lowered`. */
  readonly title: string;
}

/** Every kind of schema change. */
const kinds = {
  ...types,
  ...values,
  ...limits,
  ...lists,
  ...objects,
  ...properties,
  ...composition,
  ...content,
  ...lifeCycle,
} as const;

export type Kind = keyof typeof kinds;

/** The row of a kind, in its general shape. */
export const kindRow = (kind: Kind): KindRow => kinds[kind];

export const allKinds: readonly (readonly [string, KindRow])[] = Object.entries(kinds);

/**
 * What a client suffers by default. It sends requests: what is no longer valid is refused. It reads responses: what
 * is newly valid was never expected.
 */
const levels: Readonly<Record<Direction, Readonly<Record<Effect, Level>>>> = {
  request: { narrower: 'error', wider: 'info', changed: 'error', unknown: 'warning', none: 'info' },
  response: { narrower: 'info', wider: 'error', changed: 'error', unknown: 'warning', none: 'info' },
};

export function levelOf(row: KindRow, direction: Direction, { level }: Departure): Level {
  return level ?? levels[direction][row.effect];
}
