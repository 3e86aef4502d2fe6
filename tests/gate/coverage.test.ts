import { describe, expect, it } from 'vitest';
import type { CheckEvidence } from '../../src/evidence/types.ts';
import { measureCoverage } from '../../src/gate/coverage.ts';
import { done, paths } from './diff/changes/documents.ts';
import { api, contractsOf } from './diff/compare.ts';

const contract = async (...statuses: readonly string[]) => {
  const responses = Object.fromEntries(statuses.map((status) => [status, { description: status }]));
  const [loaded] = await contractsOf(api({ operationId: 'create', responses }));
  if (!loaded) throw new Error('the document cannot be loaded');
  return loaded;
};

async function* seen(
  operation: string,
  ...statuses: readonly number[]
): AsyncGenerator<Pick<CheckEvidence, 'exchanges'>> {
  for (const status of statuses) {
    const request = { method: 'POST', url: '/things', headers: {}, body: null };
    const response = { status, headers: {}, body: null };
    const exchange = {
      step: 's',
      operation,
      requestId: 'r',
      startedAt: '',
      durationMs: 1,
      request,
      response,
      logs: [],
    };
    yield { exchanges: [exchange] };
  }
}

const missing = async (documented: readonly string[], ...statuses: readonly number[]) => {
  const loaded = await contract(...documented);
  const coverage = await measureCoverage([loaded], seen(`${loaded.id}.create`, ...statuses));
  expect(coverage.documented).toBe(documented.length);
  return coverage.missing.map(({ status }) => status);
};

describe('coverage', () => {
  it('names the documented answers that no check saw', async () => {
    expect(await missing(['200', '404', '409'], 200, 409)).toEqual(['404']);
  });

  it('takes a range as seen with any status of its own', async () => {
    expect(await missing(['200', '4XX'], 200, 418)).toEqual([]);
    expect(await missing(['404', '4XX'], 404)).toEqual(['4XX']);
  });

  it('takes default as seen with a status that stands nowhere else', async () => {
    expect(await missing(['200', 'default'], 200)).toEqual(['default']);
    expect(await missing(['200', 'default'], 500)).toEqual(['200']);
  });

  it('knows the tags of an operation: one reason may hold for all that have one', async () => {
    const [loaded] = await contractsOf(
      api({ operationId: 'create', tags: ['sessions'], responses: { 200: { description: 'ok' } } }),
    );
    const { missing } = await measureCoverage(loaded ? [loaded] : [], seen('other.create'));
    expect(missing.map(({ tags }) => tags)).toEqual([['sessions']]);
  });

  it('does not take another operation for it', async () => {
    const loaded = await contract('200');
    expect((await measureCoverage([loaded], seen('other.create', 200))).missing).toHaveLength(1);
  });

  it('says where an operation is kept that the paths only refer to', async () => {
    const [loaded] = await contractsOf(
      paths(
        { '/things': { $ref: '#/components/pathItems/Things' } },
        { components: { pathItems: { Things: { get: { responses: done } } } } },
      ),
    );
    if (!loaded) throw new Error('the document cannot be loaded');
    const { missing } = await measureCoverage([loaded], seen('another'));
    expect(missing.map(({ pointer }) => pointer)).toEqual(['/components/pathItems/Things/get/responses/200']);
  });
});
