import type { Gap, Hold } from './cases/case.ts';
import type { TargetName } from './targets/target.ts';
import { type Waiver, waivers } from './waivers.ts';

/** Waivers of one target, and which of them were needed. */
export interface Excuses {
  /** What holds a case against its waivers. */
  holdFor(caseId: string): Hold;
  /** Waivers that excused nothing. */
  stale(): readonly Waiver[];
}

export function excusesOf(target: TargetName): Excuses {
  const own = waivers.filter((waiver) => waiver.targets.includes(target));
  const needed = new Set<Waiver>();
  const excuse = (caseId: string, gap: Gap): boolean => {
    const waiver = own.find((one) => covers(one.case, caseId) && covers(one.gap, gap.id));
    if (waiver !== undefined) needed.add(waiver);
    return waiver !== undefined;
  };
  return {
    holdFor: (caseId) => (gaps) => {
      const open = gaps.filter((gap) => !excuse(caseId, gap));
      if (open.length > 0) throw new Error(open.map(({ id, message }) => `${id}: ${message}`).join('\n'));
    },
    stale: () => own.filter((waiver) => !needed.has(waiver) && waiver.sometimes !== true),
  };
}

function covers(pattern: string, id: string): boolean {
  return pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : pattern === id;
}
