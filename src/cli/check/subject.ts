import type { Target } from '../../checklist/run-checks.ts';
import type { Contract } from '../../contract/types.ts';
import type { LogPlace } from '../../evidence/logs/open.ts';
import { CommandFailure, type Context } from '../context.ts';
import type { RunFlags } from './run-options.ts';
import { parseTarget } from './target.ts';

/** What the checks are run against, and where it logs. */
export interface Subject {
  readonly target: Target;
  readonly logs: readonly LogPlace[];
  close(): Promise<void>;
}

/** The target that was named, or a server started for this run and stopped after it. */
export async function openSubject(
  targets: readonly string[],
  logs: readonly LogPlace[],
  contracts: readonly Contract[],
  { database }: Pick<RunFlags, 'database'>,
  context: Context,
): Promise<Subject> {
  if (targets.length > 0) {
    return { target: parseTarget(targets, contracts), logs, close: async () => {} };
  }
  const { startOwnServer } = await import('./own-server.ts');
  const server = await startOwnServer(database, context);
  const foreign = contracts.find(({ id }) => server.target.baseUrl(id) === undefined);
  if (foreign) {
    await server.close();
    throw new CommandFailure(
      `the checks need a server for "${foreign.id}", and none was named`,
      `Say where it runs: --target http://localhost:3000 or --target ${foreign.id}=URL.`,
    );
  }
  return { ...server, logs: [...server.logs, ...logs] };
}
