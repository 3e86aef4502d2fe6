import {
  type Compilable,
  type CompiledQuery,
  type DialectAdapter,
  type Kysely,
  type RawBuilder,
  sql,
} from 'kysely';
import { directWay } from './direct.ts';
import type { Tables } from './tables.ts';

/** A database or a transaction on it. */
export type Db = Kysely<Tables>;

/** Stands in a compiled query where a value of each run will go. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query that Kysely builds and prints once; each run only binds values. Building costs more than running it does on
 * SQLite, so what every request asks is prepared. Name the columns: with `select *`, PostgreSQL refuses what it has
 * prepared as soon as a migration adds one.
 *
 * @example
 * const find = prepare((db, value) => db.selectFrom('groups').select('id').where('name', '=', value<string>('name')));
 * const rows = await find(db, { name: 'customer' });
 */
export function prepare<Row>(
  build: (db: Db, value: <T>(name: string) => RawBuilder<T>) => Compilable<Row>,
): (db: Db, values: Readonly<Record<string, unknown>>) => Promise<Row[]> {
  // By adapter: one for each open database, shared by its transactions. Two databases may speak different SQL.
  const known = new WeakMap<DialectAdapter, CompiledQuery<Row>>();
  return async (db, values) => {
    const { adapter } = db.getExecutor();
    let compiled = known.get(adapter);
    if (!compiled) {
      compiled = build(db, placeholder).compile();
      known.set(adapter, compiled);
    }
    const parameters = compiled.parameters.map((one) =>
      one instanceof Placeholder ? values[one.name] : one,
    );
    const run = db.isTransaction ? undefined : directWay(adapter, compiled);
    if (run) return run(compiled, parameters);
    const { rows } = await db.executeQuery<Row>({ ...compiled, parameters });
    return rows;
  };
}

function placeholder<T>(name: string): RawBuilder<T> {
  return sql<T>`${new Placeholder(name)}`;
}
