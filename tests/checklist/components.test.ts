import { describe, expect, it } from 'vitest';
import { runOne, startServer } from './support.ts';

describe('components', () => {
  it('are reused by reference, a parameter with another value where one stands beside it', async () => {
    const server = await startServer(() => ({}));
    const check = await runOne('components', 'references', server.url);
    expect(check.verdict).toBe('passed');
    expect(server.seen).toHaveLength(1);
    expect(server.seen[0]?.path).toBe('/pets?page=2');
    expect(server.seen[0]?.headers).toMatchObject({
      'x-key': expect.stringMatching(/^[0-9a-f]{12}$/),
      'x-level': 'workflow',
    });
  });

  it('of a workflow are parameters of all its steps, which may override them', async () => {
    const server = await startServer(() => ({}));
    await runOne('components', 'workflow-parameters', server.url);
    expect(server.seen[0]?.path).toBe('/pets?page=5');
    expect(server.seen[0]?.headers['x-level']).toBe('step');
  });
});
