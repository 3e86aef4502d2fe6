import { describe, expect, it } from 'vitest';
import { applyWaivers, namesOfPlace } from '../../src/gate/waivers.ts';

const finding = (id: string, location: string) => ({ id, location });
const placed = ({ id, location }: ReturnType<typeof finding>) => ({ id, places: namesOfPlace(location) });
const waiver = { id: 'rule', location: 'spec/a.yaml', reason: 'agreed with the clients' };
const today = '2026-06-01';

describe('a waiver', () => {
  it('lets its finding pass, by file, line or exact place', () => {
    for (const location of ['spec/a.yaml', 'spec/a.yaml:3', 'spec/a.yaml:3:7']) {
      const { left, waived } = applyWaivers(
        [finding('rule', 'spec/a.yaml:3:7')],
        placed,
        [{ ...waiver, location }],
        today,
      );
      expect([left.length, waived.length]).toEqual([0, 1]);
    }
  });

  it('lets nothing else pass', () => {
    const others = [finding('other-rule', 'spec/a.yaml:3:7'), finding('rule', 'spec/b.yaml:3:7')];
    expect(applyWaivers(others, placed, [waiver], today).left).toEqual(others);
  });

  it('that matches nothing is stale', () => {
    expect(applyWaivers([], placed, [waiver], today).stale).toEqual([waiver]);
  });

  it('holds to the end of its last day', () => {
    const until = (date: string) =>
      applyWaivers([finding('rule', 'spec/a.yaml:3:7')], placed, [{ ...waiver, until: date }], today);
    expect(until('2026-06-01').left).toEqual([]);
    expect(until('2026-05-31')).toMatchObject({
      left: [{ id: 'rule' }],
      expired: [{ until: '2026-05-31' }],
      stale: [],
    });
  });
});
