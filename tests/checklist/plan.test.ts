import { describe, expect, it } from 'vitest';
import { loadChecklists } from '../../src/checklist/load.ts';
import { type Filter, planChecks, plannedSteps, unknownInputs } from '../../src/checklist/plan.ts';
import { fixtures } from './support.ts';

async function plan(name: string, filter?: Filter) {
  const { checklists } = await loadChecklists([`${fixtures}/${name}.arazzo.yaml`]);
  return planChecks(checklists, filter);
}

const ids = async (filter?: Filter) => (await plan('many', filter)).map(({ check }) => check.id);

describe('planning', () => {
  it('makes a check of every workflow except helpers', async () => {
    expect(await ids()).toEqual(['many/one', 'many/two', 'many/three', 'many/four']);
  });

  it('tells what is known of a check before it runs', async () => {
    const [first] = await plan('many');
    expect(first?.check).toEqual({
      id: 'many/one',
      checklist: 'many',
      contract: 'shop',
      summary: 'Первая строка',
      description: 'The first row',
      source: { document: 'list.md', line: 7, section: 'shop', expected: '200' },
      tags: ['happy'],
    });
  });

  it('takes the first of several sources, and an erratum as a source', async () => {
    const sources = (await plan('many')).map(({ check }) => check.source);
    expect(sources.slice(1)).toEqual([
      { document: 'list.md', line: 8 },
      { document: 'errata', section: 'Errata › QA-1' },
      null,
    ]);
  });

  it.each([
    [{ grep: 'перв' }, ['many/one']],
    [{ grep: 'FIRST ROW' }, ['many/one']],
    [{ grep: /\/t/ }, ['many/two', 'many/three']],
    [{ tags: ['happy', 'slow'] }, ['many/one', 'many/three']],
    [{ tags: ['sad'], grep: 'three' }, ['many/three']],
    [{ tags: [] }, ['many/one', 'many/two', 'many/three', 'many/four']],
  ])('takes the checks that %j asks for', async (filter, expected) => {
    expect(await ids(filter)).toEqual(expected);
  });

  it('lists the steps for a dry run', async () => {
    const [first] = await plan('workflows');
    expect(first && plannedSteps(first)).toEqual([
      { step: 'make', operation: 'make-pet', method: '', path: '' },
      { step: 'get', operation: 'shop.getPet', method: 'GET', path: '/pets/{id}' },
    ]);
  });

  it('knows the inputs that no workflow has, looking into the workflows that steps call', async () => {
    expect(unknownInputs(await plan('workflows'), ['name', 'names'])).toEqual([
      'no check has an input "names"; did you mean "name"?',
    ]);
  });
});
