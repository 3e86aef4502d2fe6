import type { CompiledQuery, DialectAdapter } from 'kysely';

/**
 * Runs one prepared query, on a connection of its own: it sees what is committed, and the transactions of this process
 * do not hold it up.
 */
export type RunDirectly = <Row>(
  query: CompiledQuery<Row>,
  parameters: readonly unknown[],
) => Promise<Row[]> | Row[];

/** What an engine's adapter may have beyond what Kysely asks of it. */
export interface DirectAdapter extends DialectAdapter {
  /** The engine's own way for this query; undefined while the database is not open, and where Kysely's is the only one. */
  directWay(query: CompiledQuery): RunDirectly | undefined;
}

/** How to run this query without Kysely's ceremony, where the engine has a way. */
export function directWay(adapter: DialectAdapter, query: CompiledQuery): RunDirectly | undefined {
  return isDirect(adapter) ? adapter.directWay(query) : undefined;
}

function isDirect(adapter: DialectAdapter): adapter is DirectAdapter {
  return 'directWay' in adapter;
}
