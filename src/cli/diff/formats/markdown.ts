import type { ChangeFinding, Level } from '../../../gate/diff/types.ts';
import { codeCell, plainCell, tableRow } from '../../../reports/markdown/text.ts';
import { type Format, summaryOf, waiverProblems } from '../report.ts';

const headings: readonly (readonly [Level, string])[] = [
  ['error', 'Breaking'],
  ['warning', 'May break'],
  ['info', 'Other changes'],
];

/** A changelog, or a comment on a pull request. */
export const markdown: Format = (report) => {
  const sections = headings.map(([level, heading]) =>
    section(
      heading,
      report.left.filter((finding) => finding.level === level),
    ),
  );
  const problems = waiverProblems(report).map((problem) => `- ${plainCell(problem)}\n`);
  const waivers = problems.length > 0 ? [`\n## Waivers\n\n${problems.join('')}`] : [];
  return [`# API changes\n\n${summaryOf(report)}.\n`, ...sections, ...waivers].join('');
};

function changeOf({ message, expected, actual }: ChangeFinding): string {
  if (expected === undefined && actual === undefined) return message;
  return `${message} (${expected ?? 'nothing'} → ${actual ?? 'nothing'})`;
}

function section(heading: string, findings: readonly ChangeFinding[]): string {
  if (findings.length === 0) return '';
  const rows = findings.map((finding) => {
    const { operation, id, location, fingerprint, alsoIn } = finding;
    const more = alsoIn.length > 0 ? ` and ${alsoIn.length} more` : '';
    const where = operation === '' ? 'the document' : codeCell(operation);
    const rule = `${codeCell(id)} ${codeCell(fingerprint)}`;
    return tableRow([where + more, plainCell(changeOf(finding)), rule, codeCell(location)]);
  });
  return `\n## ${heading}\n\n| operation | change | rule | where |\n|---|---|---|---|\n${rows.join('')}`;
}
