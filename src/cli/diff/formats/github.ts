import type { ChangeFinding } from '../../../gate/diff/types.ts';
import { annotation } from '../../../reports/github-command.ts';
import { type Format, shownOf, summaryOf, waiverProblems } from '../report.ts';

const names = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands of GitHub Actions: a note at the line of each change. */
export const github: Format = (report, { all }) => {
  return [
    ...shownOf(report, all).map(note),
    ...waiverProblems(report).map((problem) => annotation('warning', problem, { title: 'waiver' })),
    annotation('notice', summaryOf(report), { title: 'sverka diff' }),
  ].join('');
};

function note({ level, id, message, location, operation }: ChangeFinding): string {
  return annotation(names[level], `${operation ? `${operation}: ` : ''}${message}`, { title: id, location });
}
