import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadChecklists } from '../../src/checklist/load.ts';
import { type Planned, planChecks } from '../../src/checklist/plan.ts';
import { type RunOptions, runChecks } from '../../src/checklist/run-checks.ts';
import { openLogs } from '../../src/evidence/logs/open.ts';
import type { CheckEvidence, LogSource } from '../../src/evidence/types.ts';
import { startServer } from '../../src/server/start.ts';

/** The checklists made from the QA checklist. */
const spineChecklists = ['auth-v1', 'users-v1', 'webhook-2can', 'cross-service'].map(
  (name) => `spec/checklists/${name}.arazzo.yaml`,
);

/** Every checklist there is. */
export const allChecklists = readdirSync('spec/checklists').map((name) => `spec/checklists/${name}`);

/** An honest server with its log files, and checks. */
export interface Spine {
  readonly url: string;
  readonly plan: readonly Planned[];
  /** Runs checks, all unless some are given, against a server at `url` whose logs are those of the honest one. */
  check(
    url: string,
    some?: readonly Planned[],
    options?: Pick<RunOptions, 'bail' | 'jobs'>,
  ): Promise<readonly CheckEvidence[]>;
  close(): Promise<void>;
}

export async function startSpine(files: readonly string[] = spineChecklists): Promise<Spine> {
  const logDirectory = await mkdtemp(join(tmpdir(), 'spine-'));
  const database = { kind: 'sqlite', file: ':memory:' } as const;
  const server = await startServer({ database, layout: { port: 0 }, testing: true, logDirectory });
  const { checklists, problems } = await loadChecklists(files);
  const { source } = await openLogs(server.logFiles.map((value) => ({ kind: 'file', value })));
  if (server.url === undefined || source === undefined || problems.length > 0)
    throw new Error('no spine to test');
  const plan = planChecks(checklists);
  return {
    url: server.url,
    plan,
    check: (url, some = plan, options = {}) => checkAll(some, url, source, options),
    async close() {
      await source.close();
      await server.close();
      await rm(logDirectory, { recursive: true });
    },
  };
}

async function checkAll(
  plan: readonly Planned[],
  url: string,
  source: LogSource,
  options: Pick<RunOptions, 'bail' | 'jobs'>,
): Promise<readonly CheckEvidence[]> {
  const finished: CheckEvidence[] = [];
  await runChecks(plan, {
    ...options,
    target: { name: url, baseUrl: (contract) => `${url}/${contract}` },
    logs: () => source,
    emit: (event) => {
      if (event.type === 'check-finished') finished.push(event.check);
    },
  });
  return finished;
}
