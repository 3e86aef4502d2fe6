import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/contract/json.ts';
import { traceStatements } from '../../src/gate/trace.ts';

const line = (number: number, part?: string): JsonObject => ({
  document: 'rules.md',
  line: number,
  text: `line ${number}`,
  ...(part === undefined ? {} : { part }),
});

const contract = (own: JsonObject): { id: string; document: JsonObject } => ({
  id: 'shop',
  document: { paths: { '/orders': { post: { operationId: 'order', ...own } } } },
});

const checklist = (...sources: JsonObject[]) => ({
  id: 'shop-checks',
  document: {
    workflows: sources.map((source, index) => ({ workflowId: `check-${index}`, 'x-source': source })),
  },
});

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('tracing statements to checks', () => {
  it('knows statements of documents that number them in another way than by lines', () => {
    const cited = { document: 'requirements.docx', line: 'REQ-12' };
    const { statements, uncovered } = traceStatements([contract({ 'x-source': cited })], [checklist(cited)]);
    expect(ids(statements)).toEqual(['requirements.docx:REQ-12']);
    expect(uncovered).toEqual([]);
  });

  it('tells where a statement stands and which checks prove it', () => {
    const orders = contract({ responses: { 201: { 'x-source': [line(3)] } } });
    const { statements, uncovered } = traceStatements([orders], [checklist(line(3), line(3))]);
    const pointer = '/paths/~1orders/post/responses/201';
    const where = [{ contract: 'shop', pointer, operation: 'order', response: '201' }];
    const checks = ['shop-checks/check-0', 'shop-checks/check-1'];
    expect(statements).toEqual([{ id: 'rules.md:3', text: 'line 3', where, checks }]);
    expect(uncovered).toEqual([]);
  });

  it('names a statement that no check proves', () => {
    const orders = contract({ 'x-source': line(1), responses: { 201: { 'x-source': [line(3)] } } });
    expect(ids(traceStatements([orders], [checklist(line(3))]).uncovered)).toEqual(['rules.md:1']);
  });

  it('names a line that a check cites and no contract has', () => {
    const { unsourced } = traceStatements([contract({ 'x-source': line(1) })], [checklist(line(2))]);
    expect(unsourced).toEqual([{ id: 'rules.md:2', check: 'shop-checks/check-0' }]);
  });

  it('keeps parts of one line apart', () => {
    const orders = contract({ 'x-source': [line(1, 'mail'), line(1, 'login')] });
    const traced = traceStatements([orders], [checklist(line(1, 'mail'), line(1))]);
    expect(ids(traced.uncovered)).toEqual(['rules.md:1#login']);
    expect(ids(traced.unsourced)).toEqual(['rules.md:1']);
  });

  it('lists errata beside the statements, with the decision from wherever it is told', () => {
    const orders = contract({
      'x-errata': [{ id: 'R-1' }],
      responses: { 409: { 'x-errata': [{ id: 'R-1', says: 'Nothing.', decision: '409.' }] } },
    });
    const { errata, statements, unsourced } = traceStatements([orders], [checklist({ erratum: 'R-1' })]);
    expect(errata).toMatchObject([{ id: 'R-1', text: '409.', checks: ['shop-checks/check-0'] }]);
    expect(errata[0]?.where).toHaveLength(2);
    expect([...statements, ...unsourced]).toEqual([]);
  });

  it('lets an erratum say why no check can prove it', () => {
    const orders = contract({
      'x-errata': [{ id: 'R-1', decision: '404.', unchecked: 'No step.' }, { id: 'R-2' }],
    });
    const { errata } = traceStatements([orders], [checklist()]);
    expect(errata.map(({ id, unchecked }) => [id, unchecked])).toEqual([
      ['R-1', 'No step.'],
      ['R-2', undefined],
    ]);
  });

  it('counts what two contracts share once', () => {
    const shared = { 'x-bundled': { 'common.yaml': { components: { 'x-source': line(5) } } } };
    const documents = ['one', 'two'].map((id) => ({ id, document: shared }));
    const { uncovered } = traceStatements(documents, []);
    expect(uncovered).toMatchObject([
      { id: 'rules.md:5', where: [{ contract: 'common', pointer: '/components' }] },
    ]);
  });
});
