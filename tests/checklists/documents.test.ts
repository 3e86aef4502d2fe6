import { describe, expect, it } from 'vitest';
import { listOf, objectsIn } from './documents.ts';

const contracts = objectsIn('spec');
const workflows = objectsIn('spec/checklists').filter(
  ({ value }) => 'workflowId' in value && 'steps' in value,
);
const errata = contracts.flatMap(({ value }) => listOf(value['x-errata']));

describe('errata', () => {
  it('are told in full at exactly one place each', () => {
    const told = errata.filter((erratum) => 'decision' in erratum).map(({ id }) => id);
    expect(told).toEqual([...new Set(told)]);
    const mentioned = new Set(errata.map(({ id }) => id));
    expect([...mentioned].filter((id) => !told.includes(id))).toEqual([]);
  });
});

describe('checks', () => {
  it('make data of their own: no two of a file send the same fresh name, phone or id', () => {
    const owners = new Map<string, Set<unknown>>();
    for (const { file, value } of workflows) {
      for (const text of freshTexts(value)) {
        const key = `${file} ${text}`;
        owners.set(key, (owners.get(key) ?? new Set()).add(value.workflowId));
      }
    }
    const shared = [...owners].filter(([, checks]) => checks.size > 1);
    expect(shared.map(([key, checks]) => `${key}: ${[...checks].join(', ')}`)).toEqual([]);
  });
});

/** Strings with `{$inputs.…}` in what the steps of a workflow send. */
function freshTexts(workflow: object): string[] {
  return JSON.stringify(workflow).match(/"[^"]*\{\$inputs\.[^"]*"/g) ?? [];
}
