import type { CompiledQuery, DialectAdapter } from 'kysely';

/**
 * Answers a select within the call, on a connection of its own: it sees what is committed, whatever transactions are
 * under way, and waits for none. Only an engine inside the process can do that.
 */
export type ReadDirectly = <Row>(query: CompiledQuery<Row>, parameters: readonly unknown[]) => Row[];

/** What an engine's adapter may have beyond what Kysely asks of it. */
export interface DirectAdapter extends DialectAdapter {
  /** Undefined while the database is not open. */
  readonly readDirectly: ReadDirectly | undefined;
}

/** The engine's own way to answer this query at once; undefined where it has none or the query is no select. */
export function directWay(adapter: DialectAdapter, { query }: CompiledQuery): ReadDirectly | undefined {
  return query.kind === 'SelectQueryNode' && isDirect(adapter) ? adapter.readDirectly : undefined;
}

function isDirect(adapter: DialectAdapter): adapter is DirectAdapter {
  return 'readDirectly' in adapter;
}
