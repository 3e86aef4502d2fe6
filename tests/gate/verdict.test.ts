import { describe, expect, it } from 'vitest';
import { judgeGate, type Part } from '../../src/gate/verdict.ts';

const today = '2026-06-01';
const finding = { id: 'rule', message: 'something differs', location: 'spec/a.yaml:1:1' };
const judged = (...findings: readonly (typeof finding)[]): Part => ({
  name: 'lint',
  seen: '1 document',
  advice: 'mend it',
  kind: 'judged',
  findings,
});
const broken: Part = { name: 'checks', seen: '', advice: '', kind: 'broken', reason: 'the target is down' };
const skipped: Part = { name: 'checks', seen: '', advice: '', kind: 'skipped', reason: 'left out' };
const waiver = { id: 'rule', location: 'spec/a.yaml', reason: 'known' };

describe('the verdict of the gate', () => {
  it('is 0 when all agreed, 1 with a finding, 2 when something could not be judged', () => {
    expect(judgeGate([judged()], [], today).exitCode).toBe(0);
    expect(judgeGate([judged(finding)], [], today).exitCode).toBe(1);
    expect(judgeGate([judged(finding), broken], [], today).exitCode).toBe(2);
    expect(judgeGate([judged(), skipped], [], today).exitCode).toBe(0);
  });

  it('says what to do only where there is something to do', () => {
    const [lint] = judgeGate([judged(finding)], [], today).parts;
    expect(lint).toMatchObject({ verdict: 'failed', advice: 'mend it' });
    expect(judgeGate([judged()], [], today).parts[0]).toMatchObject({ verdict: 'passed', advice: '' });
  });

  it('passes what is waived, and fails a waiver that is stale or over', () => {
    expect(judgeGate([judged(finding)], [waiver], today)).toMatchObject({
      exitCode: 0,
      parts: [{ waived: 1 }, {}],
    });
    expect(judgeGate([judged()], [{ ...waiver, id: 'lint' }], today).exitCode).toBe(1);
    expect(judgeGate([judged(finding)], [{ ...waiver, until: '2026-01-01' }], today).exitCode).toBe(1);
  });

  it('calls no waiver stale whose own part was not looked at', () => {
    const lint = { ...waiver, id: 'lint' };
    expect(judgeGate([judged(), skipped], [waiver], today).exitCode).toBe(0);
    expect(judgeGate([judged(), skipped], [waiver, lint], today)).toMatchObject({
      exitCode: 1,
      parts: [{}, {}, { findings: [{ id: 'lint' }] }],
    });
  });

  it('fails nobody by the waiver of a change that is merged, and says that it is spent', () => {
    const id = 'request-property-removed';
    const merged = [
      { ...waiver, id },
      { ...waiver, id, location: 'POST /orders', until: '2026-01-01' },
    ];
    const { exitCode, parts } = judgeGate([{ ...judged(), name: 'breaking changes' }], merged, today);
    expect(exitCode).toBe(0);
    expect(parts.at(-1)?.notes).toEqual([
      'request-property-removed at spec/a.yaml excuses no change any more: remove it',
      'request-property-removed at POST /orders excuses no change any more: remove it',
    ]);
  });
});
