import { jsonArrayFrom } from 'kysely/helpers/sqlite';
import type { Engine } from '../engine.ts';
import { createSqliteDialect } from './dialect.ts';
import { explainSqliteError, refusedBySqlite } from './failure.ts';

/** SQLite inside the process; `file` is a path or `:memory:`. */
export function createSqliteEngine(file: string): Engine {
  return {
    name: file === ':memory:' ? 'SQLite in memory' : `SQLite file ${file}`,
    columns: { uuid: 'text', moment: 'text', json: 'text', decimal: 'text', counter: 'integer' },
    createDialect: () => createSqliteDialect(file),
    jsonArray: (query) => jsonArrayFrom(query).$castTo<string>(),
    explain: explainSqliteError,
    refusal: refusedBySqlite,
  };
}
