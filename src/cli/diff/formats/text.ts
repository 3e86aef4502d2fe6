import type { ChangeFinding } from '../../../gate/diff/types.ts';
import { oneLine, type Paint } from '../../../reports/terminal/style.ts';
import { byOperation, type DiffReport, type Format, shownOf, summaryOf, waiverProblems } from '../report.ts';

const marks = { error: '✖', warning: '!', info: '·' } as const;
const colours = { error: 'red', warning: 'yellow', info: 'dim' } as const;

/** For people: grouped by operation, with the place of each change. */
export const text: Format = (report, { paint, all }) => {
  const groups = [...byOperation(shownOf(report, all))].map(([operation, findings]) =>
    [
      paint('bold', oneLine(operation) || 'the document'),
      ...findings.flatMap((finding) => lines(finding, paint)),
      '',
    ].join('\n'),
  );
  const problems = waiverProblems(report).map(
    (problem) => `${paint('yellow', marks.warning)} ${oneLine(problem)}`,
  );
  const blocks = [...groups, ...(problems.length > 0 ? [...problems, ''] : []), lastLine(report, all, paint)];
  return `${blocks.join('\n')}\n`;
};

function lines(finding: ChangeFinding, paint: Paint): string[] {
  const { id, level, message, location, formerLocation, expected, actual, alsoIn, fingerprint } = finding;
  const change =
    expected === undefined && actual === undefined
      ? ''
      : `  ${expected ?? 'nothing'} → ${actual ?? 'nothing'}`;
  return [
    `  ${paint(colours[level], marks[level])} ${oneLine(message)}${paint('dim', oneLine(change) && `  (${oneLine(change)})`)}`,
    `    ${oneLine(location)}  ${paint('dim', `${id}  ${fingerprint}`)}`,
    ...(formerLocation === undefined ? [] : [paint('dim', `    was at ${oneLine(formerLocation)}`)]),
    ...(alsoIn.length > 0 ? [paint('dim', `    also in ${oneLine(few(alsoIn))}`)] : []),
  ];
}

function few(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

function lastLine(report: DiffReport, all: boolean, paint: Paint): string {
  const hidden =
    !all && report.left.some(({ level }) => level === 'info') ? paint('dim', ' (--all shows them)') : '';
  return `${paint(report.failed ? 'red' : 'green', summaryOf(report))}${hidden}`;
}
