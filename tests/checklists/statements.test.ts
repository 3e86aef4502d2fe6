import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { citations } from '../../src/gate/trace/sources.ts';
import { traceStatements } from '../../src/gate/trace.ts';
import { parseYaml as parse } from '../support/yaml.ts';

const generated = 'openapi.yaml';

function documentsIn(folder: string) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== generated);
  return files.map((name) => ({
    id: name.replace(/(\.arazzo)?\.yaml$/, ''),
    document: parse(readFileSync(`${folder}/${name}`, 'utf8')),
  }));
}

const contracts = documentsIn('spec');
const trace = traceStatements(contracts, documentsIn('spec/checklists'));

describe('the statements of the documents', () => {
  it('come from every one of them', () => {
    const documents = new Set(trace.statements.map(({ id }) => id.split(':')[0]));
    expect([...documents].sort()).toEqual([
      'auth-v2.md',
      'event-messenger.md',
      'qa-checklist.md',
      'user-management.md',
      'visitor-auth.md',
    ]);
  });

  it('are each proved by a check', () => {
    expect(trace.uncovered.map(({ id, text }) => `${id} ${text}`)).toEqual([]);
  });

  it('are all that checks cite, together with the errata', () => {
    expect(trace.unsourced).toEqual([]);
  });

  it('are quoted alike wherever they stand', () => {
    const quoted = contracts.flatMap(({ document }) => citations(document)).map(({ cited }) => cited);
    const statements = Map.groupBy(
      quoted.filter(({ kind }) => kind === 'statement'),
      ({ id }) => id,
    );
    const texts = [...statements].map(([id, same]) => [id, ...new Set(same.map(({ text }) => text))]);
    expect(texts.filter(([, first, ...others]) => !first || others.length > 0)).toEqual([]);
  });
});

describe('the errata', () => {
  it('are each proved by a check, or say why none can', () => {
    const open = trace.errata.filter(
      ({ checks, unchecked }) => checks.length === 0 && unchecked === undefined,
    );
    expect(open.map(({ id, text }) => `${id} ${text}`)).toEqual([]);
  });

  it('that say so have none', () => {
    const proved = trace.errata.filter(
      ({ checks, unchecked }) => checks.length > 0 && unchecked !== undefined,
    );
    expect(proved.map(({ id }) => id)).toEqual([]);
  });
});
