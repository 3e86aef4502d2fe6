import { describe, expect, it } from 'vitest';
import { run, runOne, startServer } from './support.ts';

const shop = () => startServer(({ method }) => (method === 'POST' ? { status: 201, body: { id: 7 } } : {}));

describe('a step that calls a workflow', () => {
  it('passes inputs and gets outputs', async () => {
    const server = await shop();
    const check = await runOne('workflows', 'calls-a-workflow', server.url);
    expect(check.findings).toEqual([]);
    expect(server.seen.map(({ method, path, body }) => `${method} ${path} ${body}`.trim())).toEqual([
      'POST /pets {"name":"Rex"}',
      'GET /pets/7',
    ]);
    expect(check.exchanges.map(({ step, operation }) => [step, operation])).toEqual([
      ['make/create', 'shop.createPet'],
      ['get', 'shop.getPet'],
    ]);
  });

  it('may call one of another checklist, with the components of that one', async () => {
    const server = await shop();
    const check = await runOne('workflows', 'calls-another-checklist', server.url);
    expect(check.verdict).toBe('passed');
    expect(server.seen[0]?.headers['x-trace']).toBe('from-shared');
    expect(server.seen[1]?.path).toBe('/pets/7');
  });

  it('fails when that workflow fails, with its findings', async () => {
    const server = await shop();
    const check = await runOne('workflows', 'called-workflow-fails', server.url);
    expect(check.findings).toMatchObject([
      { step: 'make/create', message: 'expected $statusCode == 418, got 201' },
    ]);
    expect(server.seen).toHaveLength(1);
  });
});

it('a workflow sees its own inputs under its own name, too', async () => {
  const server = await shop();
  await runOne('workflows', 'knows-itself', server.url);
  expect(server.seen.map(({ path }) => path)).toEqual(['/pets/8']);
});

describe('dependsOn', () => {
  it('may name a workflow of another checklist, whose outputs are then there', async () => {
    const server = await shop();
    const check = await runOne('workflows', 'depends-on-another-checklist', server.url);
    expect(check.verdict).toBe('passed');
    expect(server.seen.map(({ path }) => path)).toEqual(['/pets', '/pets/7']);
  });

  const from = (seen: { headers: Record<string, unknown> }[]) =>
    seen.map(({ headers }) => String(headers['x-from']));

  it('runs what a workflow depends on, and what that depends on, once in a run', async () => {
    const server = await shop();
    const { summary } = await run('depends-on', server.url, { jobs: 4 });
    expect(summary.passed).toBe(4);
    expect(from(server.seen).toSorted()).toEqual(['first', 'other-first', 'second', 'third']);
    expect(from(server.seen).slice(0, 2)).toEqual(['third', 'second']);
    expect(server.seen.find(({ headers }) => headers['x-from'] === 'first')?.path).toBe('/pets/7');
  });

  it('runs them also when only the dependent check was asked for, and then tells only of that', async () => {
    const server = await shop();
    const { checks } = await run('depends-on', server.url, { grep: /\/first$/ });
    expect(checks.map(({ id, verdict }) => [id, verdict])).toEqual([['depends-on/first', 'passed']]);
    expect(from(server.seen)).toEqual(['third', 'second', 'first']);
  });

  it('tells each check once, in the order they finish', async () => {
    const server = await shop();
    const { events } = await run('depends-on', server.url, { jobs: 1 });
    const told = events.flatMap((event) => (event.type === 'check-finished' ? [event.check.id] : []));
    expect(told).toEqual([
      'depends-on/third',
      'depends-on/second',
      'depends-on/first',
      'depends-on/other-first',
    ]);
  });

  it('skips a check that waits for one that failed', async () => {
    const server = await shop();
    const { check } = await run('depends-on-failure', server.url);
    expect(check('waits-for-a-check')).toMatchObject({
      verdict: 'skipped',
      reason: 'it depends on "fails", which failed',
    });
  });

  it('cannot judge a check that waits for a helper that failed, and says why that failed', async () => {
    const server = await shop();
    const { check } = await run('depends-on-failure', server.url);
    expect(check('waits-for-a-helper')).toMatchObject({
      verdict: 'broken',
      reason: 'it depends on "helper-fails", which failed: expected $statusCode == 418, got 200',
    });
  });
});
