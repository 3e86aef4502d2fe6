import { loadChecklists } from '../../../src/checklist/load.ts';
import { planChecks } from '../../../src/checklist/plan.ts';
import { runChecks } from '../../../src/checklist/run-checks.ts';
import { allChecklists } from '../../support/spine.ts';
import type { Subject } from '../targets/target.ts';
import type { Case, Gap } from './case.ts';

/** Read once: reading them, and compiling their schemas, takes longer than running them. */
const { checklists: all, problems } = await loadChecklists(allChecklists);

export const checklists: Case = {
  id: 'checklists',
  title: 'every check of every checklist passes',
  run: async (subject, hold) => hold(await findGaps(subject)),
};

export const checklistsAtOnce: Case = {
  id: 'checklists-at-once',
  title: 'every check passes while the same ones run beside it',
  run: async (subject, hold) =>
    hold((await Promise.all(Array.from({ length: 3 }, () => findGaps(subject)))).flat()),
};

/** A gap for each check that did not pass, skipped ones included. */
async function findGaps({ url, logs }: Subject): Promise<readonly Gap[]> {
  const gaps: Gap[] = problems.map(({ message }) => ({ id: 'unreadable', message }));
  await runChecks(planChecks(all), {
    target: { name: url, baseUrl: (contract) => `${url}/${contract}` },
    logs: () => logs,
    emit(event) {
      if (event.type !== 'check-finished' || event.check.verdict === 'passed') return;
      const { id, verdict, reason, findings } = event.check;
      const message = [verdict, reason, ...findings.map((finding) => finding.message)].filter(Boolean);
      gaps.push({ id, message: message.join('; ') });
    },
  });
  return gaps;
}
