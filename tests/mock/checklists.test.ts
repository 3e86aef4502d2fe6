import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadChecklists } from '../../src/checklist/load.ts';
import { type Planned, planChecks } from '../../src/checklist/plan.ts';
import { runChecks } from '../../src/checklist/run-checks.ts';
import { openLogs } from '../../src/evidence/logs/open.ts';
import type { CheckEvidence } from '../../src/evidence/types.ts';
import { contractModules } from '../../src/server/contracts/registry.ts';
import { type RunningMock, runMock } from './run-mock.ts';

const folder = 'spec/checklists';
const kept = new Set(contractModules.map(({ id }) => id));

describe('the checklists of our contracts against `sverka mock`', () => {
  let mock: RunningMock;
  let logs: string;
  let checks: readonly CheckEvidence[];
  let plan: readonly Planned[];

  beforeAll(async () => {
    logs = await mkdtemp(join(tmpdir(), 'mock-logs-'));
    mock = await runMock('--verboseLevel', 'warn', '--logs', logs);
    const files = (await readdir(folder)).filter((name) => name.endsWith('.arazzo.yaml'));
    const { checklists } = await loadChecklists(files.map((name) => join(folder, name)));
    plan = planChecks(checklists).filter(({ check }) => kept.has(check.contract));
    checks = await runAll(plan, mock.url, logs);
  });
  afterAll(async () => {
    await mock?.stop();
    await rm(logs, { recursive: true, force: true });
  });

  it('are many', () => {
    expect(plan.length).toBeGreaterThan(60);
    expect(checks).toHaveLength(plan.length);
  });

  it('pass, every check of them', () => {
    const others = checks.filter(({ verdict }) => verdict !== 'passed');
    expect(
      others.map(({ id, verdict, findings }) => [id, verdict, ...findings.map(({ message }) => message)]),
    ).toEqual([]);
  });
});

async function runAll(
  plan: readonly Planned[],
  url: string,
  folder: string,
): Promise<readonly CheckEvidence[]> {
  const { source } = await openLogs([{ kind: 'file', value: folder }]);
  const finished: CheckEvidence[] = [];
  await runChecks(plan, {
    target: { name: url, baseUrl: (contract) => `${url}/${contract}` },
    logs: () => source,
    emit: (event) => {
      if (event.type === 'check-finished') finished.push(event.check);
    },
  });
  await source?.close();
  return finished;
}
