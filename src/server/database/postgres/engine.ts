import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Engine } from '../engine.ts';
import { createPostgresDialect } from './dialect.ts';
import { explainPostgresError, refusedByPostgres } from './failure.ts';

/** PostgreSQL by URL (`postgres://user:password@host:5432/name`), at most `poolSize` connections of this process. */
export function createPostgresEngine(url: string, poolSize = 10): Engine {
  return {
    name: describe(url),
    columns: { uuid: 'uuid', moment: 'timestamptz', json: 'jsonb', decimal: 'numeric', counter: 'bigserial' },
    createDialect: () => createPostgresDialect(url, poolSize),
    jsonArray: (query) => jsonArrayFrom(query).$castTo<string>(),
    explain: explainPostgresError,
    refusal: refusedByPostgres,
  };
}

function describe(url: string): string {
  if (!URL.canParse(url)) return 'PostgreSQL';
  const { host, pathname } = new URL(url);
  return `PostgreSQL at ${host}${pathname}`;
}
