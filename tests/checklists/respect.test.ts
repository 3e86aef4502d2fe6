import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saysGoodbyeAndForgetsToLogOut } from '../../fixtures/servers/says-goodbye-and-forgets-to-log-out.ts';
import { type RunningServer, startServer } from '../../src/server/start.ts';
import { startLyingServer } from '../support/lying-server.ts';
import { runRespect } from '../support/respect.ts';
import { allChecklists } from '../support/spine.ts';
import { parseYaml as parse } from '../support/yaml.ts';
import { listOf } from './documents.ts';

describe('another Arazzo runner, Redocly Respect,', () => {
  let server: RunningServer;
  beforeAll(async () => {
    const database = { kind: 'sqlite', file: ':memory:' } as const;
    server = await startServer({ database, layout: { port: 0 }, testing: true });
  });
  afterAll(() => server.close());

  it.for(allChecklists)('passes every check of %s', async (file) => {
    const expected = workflowIds(file).map((id) => [id, 'success']);
    expect(await runRespect(file, server.urls)).toEqual(Object.fromEntries(expected));
  });

  it('finds a lie in the same checks as we do', async () => {
    const file = 'spec/checklists/auth-v1.arazzo.yaml';
    await using liar = await startLyingServer(String(server.url), saysGoodbyeAndForgetsToLogOut);
    const verdicts = await runRespect(file, { 'auth-v1': `${liar.url}/auth-v1` });
    const failed = workflowIds(file).filter((id) => verdicts[id] !== 'success');
    // As in tests/contract/lying-servers.test.ts.
    expect(failed).toEqual(['logout-twice', 'logout-revokes-refresh-tokens']);
  });
});

function workflowIds(file: string): string[] {
  const { workflows } = parse(readFileSync(file, 'utf8'));
  return listOf(workflows).map(({ workflowId }) => String(workflowId));
}
