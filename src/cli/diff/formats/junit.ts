import { findRule } from '../../../gate/diff/rules/registry.ts';
import type { ChangeFinding } from '../../../gate/diff/types.ts';
import { xmlAttributes, xmlLines } from '../../../reports/xml.ts';
import { byOperation, type DiffReport, type Format, isAtLeast } from '../report.ts';

/** A suite for each operation, a case for each change; a change that fails the run is a failure. */
export const junit: Format = (report) => {
  const suites = [...byOperation(report.left)].map(([operation, findings]) =>
    suite(
      operation || 'the document',
      findings.map((finding) => testCase(finding, report)),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sverka diff">\n${suites.join('')}</testsuites>\n`;
};

function suite(name: string, cases: readonly string[]): string {
  const failures = cases.filter((text) => text.includes('<failure')).length;
  return `  <testsuite${xmlAttributes({ name, tests: cases.length, failures })}>\n${cases.join('')}  </testsuite>\n`;
}

function testCase(finding: ChangeFinding, { failOn }: DiffReport): string {
  const { id, level, message, location, formerLocation, fingerprint } = finding;
  const name = `${id} ${fingerprint}`;
  const was = formerLocation === undefined ? '' : `  was at ${formerLocation}\n`;
  if (isAtLeast(level, failOn))
    return failure(name, message, `${message}\n  at ${location}\n${was}  ${findRule(id)?.sentence ?? ''}`);
  return `    <testcase${xmlAttributes({ name, classname: level })}/>\n`;
}

function failure(name: string, message: string, text: string): string {
  return (
    `    <testcase${xmlAttributes({ name, classname: 'breaking' })}>\n` +
    `      <failure${xmlAttributes({ message })}>${xmlLines(text)}</failure>\n    </testcase>\n`
  );
}
