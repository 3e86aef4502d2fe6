import type { Direction, Level } from '../types.ts';
import { composition } from './kinds/composition.ts';
import { content } from './kinds/content.ts';
import { lifeCycle } from './kinds/life-cycle.ts';
import { limits } from './kinds/limits.ts';
import { lists } from './kinds/lists.ts';
import { objects } from './kinds/objects.ts';
import { properties } from './kinds/properties.ts';
import type { Departure, Effect, KindRow } from './kinds/row.ts';
import { types } from './kinds/types.ts';
import { values } from './kinds/values.ts';

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
