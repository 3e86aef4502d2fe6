import { describe, expect, it } from 'vitest';
import { type Answer, run, runOne, type Seen, startServer } from './support.ts';

async function perform(workflowId: string, answer: (seen: Seen, count: number) => Answer = () => ({})) {
  let count = 0;
  const server = await startServer((seen) => {
    count += 1;
    return answer(seen, count);
  });
  const check = await runOne('actions', workflowId, server.url);
  const steps = server.seen.map(({ method, headers }) => headers['x-step'] ?? method);
  return { check, steps, seen: server.seen };
}

describe('after a step', () => {
  it('the next one runs', async () => {
    const { check, steps } = await perform('next-step-by-default');
    expect([check.verdict, steps]).toEqual(['passed', ['one', 'two']]);
  });

  it('that failed, the workflow breaks and says what was expected', async () => {
    const { check, steps } = await perform('breaks-on-failure');
    expect([check.verdict, steps]).toEqual(['failed', ['GET']]);
    expect(check.findings).toEqual([
      {
        id: 'criterion-failed',
        message: 'expected $statusCode == 418, got 200',
        location: expect.stringMatching(/^fixtures\/checklists\/actions\.arazzo\.yaml:\d+:\d+$/),
        step: 'one',
        expected: '$statusCode == 418',
        actual: '200',
      },
    ]);
  });

  it('the first success action whose criteria are met is taken', async () => {
    const { check, steps } = await perform('success-goto');
    expect([check.verdict, steps]).toEqual(['passed', ['GET', 'three']]);
  });

  it('a success action may end the workflow', async () => {
    const { check, steps } = await perform('success-end');
    expect([check.verdict, steps]).toEqual(['passed', ['GET']]);
  });

  it('that failed, a goto takes care of the failure', async () => {
    const { check, steps } = await perform('failure-goto');
    expect([check.verdict, steps]).toEqual(['passed', ['GET', 'three']]);
  });

  it('that failed, an end leaves the failure as it is', async () => {
    const { check, steps } = await perform('failure-end');
    expect([check.verdict, steps]).toEqual(['failed', ['GET']]);
  });

  it('the parameters of a goto see the answer that led to it', async () => {
    const { check, seen } = await perform('goto-workflow-with-what-came', ({ method }) => ({
      status: method === 'POST' ? 201 : 200,
      body: { first: 'Tom' },
    }));
    expect(check.verdict).toBe('passed');
    expect(seen[1]?.body).toBe('{"name":"Tom"}');
  });

  it('a goto to a workflow hands over, inputs of the same name included', async () => {
    const { check, seen } = await perform('goto-workflow', ({ method }) => ({
      status: method === 'POST' ? 201 : 200,
    }));
    expect(check.verdict).toBe('passed');
    expect(seen.map(({ method, body }) => [method, body])).toEqual([
      ['GET', ''],
      ['POST', '{"name":"Rex"}'],
    ]);
  });

  it('the verdict is that of the workflow that took over', async () => {
    const { check } = await perform('goto-workflow', ({ method }) => ({
      status: method === 'POST' ? 409 : 200,
    }));
    expect(check.findings.map(({ message }) => message)).toEqual(['expected $statusCode == 201, got 409']);
  });

  it('an endless round is broken off', async () => {
    const { check, steps } = await perform('endless');
    expect(check).toMatchObject({ verdict: 'broken', reason: 'it took 1000 steps without coming to an end' });
    expect(steps).toHaveLength(1000);
  });

  it('actions of the workflow apply, those of the step override them by name', async () => {
    const { check, steps } = await perform('workflow-actions');
    expect([check.verdict, steps]).toEqual(['passed', ['GET', 'GET', 'two']]);
  });
});

describe('a retry', () => {
  it('that succeeds in the end is a success', async () => {
    const { check, steps } = await perform('retry-until-it-works', (_, count) => ({
      status: count < 4 ? 503 : 200,
    }));
    expect([check.verdict, check.findings, steps.length]).toEqual(['passed', [], 4]);
  });

  it('happens once when no limit is given', async () => {
    const { check, steps } = await perform('one-retry-by-default', () => ({ status: 500 }));
    expect([check.verdict, steps.length]).toEqual(['failed', 2]);
  });

  it('that its criteria do not allow does not happen', async () => {
    const { check, steps } = await perform('retry-until-it-works', () => ({ status: 500 }));
    expect([check.verdict, steps.length]).toEqual(['failed', 1]);
  });

  it('is exhausted before a later failure action is taken', async () => {
    const { check, steps } = await perform('exhausted-retry-then-goto');
    expect([check.verdict, steps]).toEqual(['passed', ['GET', 'GET', 'GET', 'two']]);
  });

  it('runs the step it names first', async () => {
    const { check, steps } = await perform('retry-after-login', ({ method }, count) => ({
      status: method === 'GET' && count === 1 ? 401 : 200,
    }));
    expect([check.verdict, steps]).toEqual(['passed', ['GET', 'POST', 'GET']]);
  });

  it('runs the workflow it names first', async () => {
    const { check, steps } = await perform('retry-after-workflow', ({ method }, count) => ({
      status: method === 'GET' && count === 1 ? 401 : 200,
    }));
    expect([check.verdict, steps]).toEqual(['passed', ['GET', 'POST', 'GET']]);
  });

  it('waits as long as Retry-After says, which overrules retryAfter', async () => {
    const times: number[] = [];
    const { check } = await perform('retry-until-it-works', (_, count) => {
      times.push(performance.now());
      return count === 1 ? { status: 503, headers: { 'retry-after': '1' } } : {};
    });
    const [first = 0, second = 0] = times;
    expect(check.verdict).toBe('passed');
    expect(second - first).toBeGreaterThan(990);
  });

  it('does not happen when the server asks to wait for an hour', async () => {
    const { check, steps } = await perform('retry-until-it-works', () => ({
      status: 503,
      headers: { 'retry-after': '3600' },
    }));
    expect(steps).toHaveLength(1);
    expect(check.findings.map(({ id }) => id)).toContain('retry-after-too-long');
  });
});

describe('a call without an answer', () => {
  it('is a finding that names the request', async () => {
    const server = await startServer(() => ({ drop: true }));
    const check = await runOne('actions', 'next-step-by-default', server.url);
    expect(check.verdict).toBe('failed');
    expect(check.findings).toMatchObject([
      {
        id: 'no-response',
        message: `GET ${server.url}/pets: the server closed the connection without an answer`,
      },
    ]);
    expect(check.exchanges).toHaveLength(1);
    expect(check.exchanges[0]).not.toHaveProperty('response');
  });

  it('within the time of its step is a finding', async () => {
    const server = await startServer(({ method }) => ({ delayMs: method === 'GET' ? 500 : 0 }));
    const ran = await run('timeout', server.url, { grep: /gives-up|goes-elsewhere/ });
    expect(ran.check('gives-up').findings).toMatchObject([
      { id: 'no-response', actual: 'no answer within 30 ms' },
    ]);
    expect(ran.check('goes-elsewhere').verdict).toBe('passed');
  });

  it('within the time of the run is a finding', async () => {
    const server = await startServer(() => ({ delayMs: 300 }));
    const check = await runOne('expectations', 'slow', server.url, { timeoutMs: 20 });
    expect(check.findings).toMatchObject([{ actual: 'no answer within 20 ms' }]);
  });

  it('leaves a step that waits for others in their order', async () => {
    const server = await startServer(() => ({}));
    await runOne('timeout', 'ordered-steps', server.url);
    expect(server.seen.map(({ headers }) => headers['x-step'])).toEqual(['start', 'last']);
  });
});
