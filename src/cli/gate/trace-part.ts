import type { GateFinding, Part } from '../../gate/verdict.ts';
import { readTrace } from '../trace/read-trace.ts';

/** Statements and checks: each has the other. */
export async function tracePart(contracts: readonly string[], checklists: readonly string[]): Promise<Part> {
  const part = {
    name: 'trace',
    advice: 'write the missing check, or mend what it cites: sverka trace --missing',
  } as const;
  const { statements, uncovered, unsourced, sourceless } = await readTrace(contracts, checklists);
  if (statements.length === 0)
    return { ...part, seen: '', kind: 'skipped', reason: 'no contract says where its statements come from' };
  const findings: GateFinding[] = [
    ...uncovered.map(({ id, text }) => ({
      id: 'statement-without-check',
      message: `no check proves "${text}"`,
      location: id,
    })),
    ...unsourced.map(({ id, check }) => ({
      id: 'check-of-unknown-statement',
      message: `${check} cites ${id}, which no contract says`,
      location: check,
    })),
    ...sourceless.map((check) => ({
      id: 'check-without-source',
      message: `${check} does not say what it proves`,
      location: check,
    })),
  ];
  return { ...part, seen: `${statements.length} statements`, kind: 'judged', findings };
}
