import type { Evidence } from '../../evidence/types.ts';
import { compareRuns, type Parity } from '../../gate/parity.ts';
import type { Part } from '../../gate/verdict.ts';
import type { LoadedRun } from '../check/load.ts';
import { recordRun } from '../check/record-run.ts';
import type { CheckSettings } from '../check/settings.ts';
import type { Context } from '../context.ts';
import { startStandIn } from '../mock/stand-in.ts';
import { gateWords } from './words.ts';

/** Runs the checks once more, against a mock of the same contracts: what is built on the mock has to work on the target. */
export async function parityPart(
  loaded: LoadedRun,
  target: Evidence,
  { jobs, inputs, language }: CheckSettings,
  { signal, stdout }: Context,
): Promise<Part> {
  const part = {
    name: 'parity',
    advice: 'make the document say what the target does, or waive the difference with its reason',
  } as const;
  const endedEarly = { ...part, seen: '', kind: 'broken', reason: 'the run was ended early' } as const;
  if (target.info.interrupted) return endedEarly;
  stdout.write(`\n${gateWords[language].parity}\n`);
  await using opened = new AsyncDisposableStack();
  const mock = await startStandIn(loaded.contracts);
  opened.defer(() => mock.close());
  return await recordRun(loaded, mock, { jobs, inputs, signal }, async (_, evidence) => {
    if (evidence.info.interrupted) return endedEarly;
    const parity = await compareRuns(target.checks(), evidence.checks());
    if (parity.compared === 0)
      return { ...part, seen: '', kind: 'skipped', reason: notesOf(parity).join('; ') };
    return { ...part, ...told(parity, loaded.plan.length), kind: 'judged', findings: parity.findings };
  });
}

function told(parity: Parity, planned: number): Pick<Part, 'seen' | 'notes'> {
  const notes = notesOf(parity);
  return {
    seen: `${parity.compared} of ${planned} checks compared with a mock`,
    ...(notes.length > 0 ? { notes } : {}),
  };
}

const notesOf = ({ left }: Parity): readonly string[] => [...left].map(([why, count]) => `${count} ${why}`);
