import type { Dialect, RawBuilder } from 'kysely';
import type { jsonArrayFrom } from 'kysely/helpers/sqlite';

/** Column types of one engine, for migrations. */
interface ColumnTypes {
  readonly uuid: 'uuid' | 'text';
  readonly moment: 'timestamptz' | 'text';
  readonly json: 'jsonb' | 'text';
  readonly decimal: 'numeric' | 'text';
  /** A whole number that counts up by itself, for primary keys. */
  readonly counter: 'bigserial' | 'integer';
}

/** A select of any columns, to stand inside another. */
type Subquery = Parameters<typeof jsonArrayFrom>[0];

/** What went wrong, in words that do not depend on the engine. */
export type Failure =
  | { readonly kind: 'unavailable' }
  /** Two transactions stood in each other's way and this one had to give in; trying again may succeed. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'unique' }
  | { readonly kind: 'foreign-key' }
  /** A value the column cannot hold, however well it looked: PostgreSQL is stricter than a JSON Schema. */
  | { readonly kind: 'bad-value' }
  | { readonly kind: 'other' };

/** Everything that differs between SQLite and PostgreSQL. No other file asks which of them it is. */
export interface Engine {
  /** For messages: `SQLite file data.sqlite`, `PostgreSQL at db:5432/shop`. Never carries a password. */
  readonly name: string;
  readonly columns: ColumnTypes;
  createDialect(): Dialect;
  /** The rows of a query as the text of a JSON array of objects. */
  jsonArray(query: Subquery): RawBuilder<string>;
  /** Reads a driver's error. */
  explain(error: unknown): Failure;
  /** The error this engine's driver throws when there is no reaching the database. */
  refusal(): Error;
}

/** True when `error` says that the database cannot be reached or cannot serve now. */
export function isUnavailable(engine: Engine, error: unknown): boolean {
  const { kind } = engine.explain(error);
  return kind === 'unavailable' || kind === 'conflict';
}
