import type { Operation } from '../../../src/contract/types.ts';
import type { IdNames } from './shapes.ts';

export type Role = 'create' | 'list' | 'read' | 'replace' | 'change' | 'remove' | 'clear' | 'act';

/** An operation, and what it does with things. */
export type Played = readonly [Role, Operation];

/** A collection (`/things` with `/things/{id}`), or a single thing (`/me`), that requests can change. */
export interface Resource {
  /** Path template of the collection, or of the single thing. */
  readonly path: string;
  /** Name of the path parameter that tells things apart; undefined for a single thing. */
  readonly parameter: string | undefined;
  /** What their id may be called. */
  readonly idNames: IdNames;
  readonly played: readonly Played[];
  /** The same by role. */
  readonly operations: Readonly<Partial<Record<Role, Operation>>>;
}
