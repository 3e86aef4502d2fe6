import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadChecklists } from '../../src/checklist/load.ts';
import { planChecks } from '../../src/checklist/plan.ts';
import { runChecks } from '../../src/checklist/run-checks.ts';
import { loadContract } from '../../src/contract/load.ts';
import type { CheckEvidence } from '../../src/evidence/types.ts';
import { measureCoverage } from '../../src/gate/coverage.ts';
import { type RunningMock, runMock } from '../mock/run-mock.ts';

/** What the waivers of this repository excuse a server from, seen where it can be. */
const contract = await loadControl();

describe('the answers of the control API that only a mock gives', () => {
  let mock: RunningMock;
  let checks: readonly CheckEvidence[];
  beforeAll(async () => {
    mock = await runMock('--verboseLevel', 'warn');
    checks = await runAll('fixtures/checklists/mock-switches.arazzo.yaml', mock.url);
  });
  afterAll(() => mock?.stop());

  it('are as documented', () => {
    const others = checks.filter(({ verdict }) => verdict !== 'passed');
    expect(others.map(({ id, findings }) => [id, ...findings.map(({ message }) => message)])).toEqual([]);
  });

  it('are all seen, but for those that tests/mock/control.test.ts asks for', async () => {
    const both = [...checks, ...(await runAll('spec/checklists/control.arazzo.yaml', mock.url))];
    const { missing } = await measureCoverage([contract], streamed(both));
    expect(missing.map(({ operation, status }) => `${operation} ${status}`)).toEqual([
      // A stream that stays open, and pages of other sites.
      'control.watchRequests 200',
      'control.watchRequests 403',
      'control.listSessions 403',
    ]);
  });
});

async function loadControl() {
  const { contract } = await loadContract('spec/control.yaml');
  if (contract === undefined) throw new Error('spec/control.yaml cannot be read');
  return contract;
}

async function runAll(file: string, url: string): Promise<readonly CheckEvidence[]> {
  const { checklists } = await loadChecklists([file]);
  const finished: CheckEvidence[] = [];
  await runChecks(planChecks(checklists), {
    target: { name: url, baseUrl: (id) => `${url}/${id}` },
    emit: (event) => {
      if (event.type === 'check-finished') finished.push(event.check);
    },
  });
  return finished;
}

async function* streamed<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
