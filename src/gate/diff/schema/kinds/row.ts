import type { Direction, Level } from '../../types.ts';

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

/** What a kind departs in, by direction; `at`: what holds in one place only, `request-parameter`. */
export interface Departures extends Readonly<Partial<Record<Direction, Departure>>> {
  readonly at?: Readonly<Record<string, Departure>>;
}

/** One kind of change of a schema: a row from which the rules of all places where schemas stand are made. */
export interface KindRow extends Departures {
  readonly effect: Effect;
  /** A sentence without its full stop: `the maximum length was lowered`. */
  readonly title: string;
  /** Told of properties, never of a whole value. */
  readonly ofProperties?: true;
}

const row =
  (effect: Effect) =>
  (title: string, departures: Departures = {}): KindRow => ({ effect, title, ...departures });

/** Fewer values are valid than before. */
export const narrower = row('narrower');
export const wider = row('wider');
/** Some are no longer valid, others now are. */
export const changed = row('changed');
export const unknown = row('unknown');
export const none = row('none');

/** Names of its own in both directions. */
export const ids = (request: string, response: string): Departures => ({
  request: { id: request },
  response: { id: response },
});

/** A limit written down where none was is, as a rule, one that the server always had. */
export const writtenDown: Departures = { request: { level: 'warning' } };
