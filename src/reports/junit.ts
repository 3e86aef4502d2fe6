import { addVerdict, checksIn, NOTHING_YET } from '../evidence/summary.ts';
import type { CheckEvidence, Evidence, Summary } from '../evidence/types.ts';
import { sourceText, transcript } from './transcript.ts';
import type { Report } from './types.ts';
import { xmlAttributes, xmlLines } from './xml.ts';

/** JUnit XML: a suite for each checklist, a case for each check. `broken` is an error, `failed` a failure. */
export const junit: Report = async function* (evidence) {
  const { info, summary } = evidence;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${xmlAttributes({ name: info.tool, ...counts(summary) })}>\n`;
  // The counts stand in the opening tag, so the evidence is read twice rather than kept.
  const suites = await countSuites(evidence);
  let suite = -1;
  let current: string | undefined;
  for await (const check of evidence.checks()) {
    if (check.checklist !== current) {
      if (current !== undefined) yield '  </testsuite>\n';
      current = check.checklist;
      suite += 1;
      yield suiteHead(current, suites[suite] ?? NOTHING_YET, info.startedAt, info.target);
    }
    yield testCase(check);
  }
  if (current !== undefined) yield '  </testsuite>\n';
  yield '</testsuites>\n';
};

async function countSuites(evidence: Evidence): Promise<Summary[]> {
  const suites: Summary[] = [];
  let current: string | undefined;
  for await (const check of evidence.checks()) {
    if (check.checklist !== current) suites.push(NOTHING_YET);
    current = check.checklist;
    suites.push(addVerdict(suites.pop() ?? NOTHING_YET, check));
  }
  return suites;
}

function suiteHead(name: string, summary: Summary, startedAt: string, target: string): string {
  const attributes = xmlAttributes({
    name,
    ...counts(summary),
    timestamp: startedAt.replace(/(\.\d+)?Z$/, ''),
  });
  return `  <testsuite${attributes}>\n${properties('    ', [['target', target]])}`;
}

function counts(summary: Summary): Record<string, string | number> {
  const { failed, skipped, broken, durationMs } = summary;
  return {
    tests: checksIn(summary),
    failures: failed,
    errors: broken,
    skipped,
    time: seconds(durationMs),
  };
}

function testCase(check: CheckEvidence): string {
  const name = check.id.startsWith(`${check.checklist}/`)
    ? check.id.slice(check.checklist.length + 1)
    : check.id;
  const attributes = xmlAttributes({
    name: `${name}: ${check.summary}`,
    classname: check.checklist,
    time: seconds(check.durationMs),
    file: check.source?.document,
    line: check.source?.line,
  });
  const output = check.exchanges.flatMap(transcript).join('\n');
  return [
    `    <testcase${attributes}>\n`,
    properties('      ', caseProperties(check)),
    outcome(check),
    output && `      <system-out>${xmlLines(output)}</system-out>\n`,
    '    </testcase>\n',
  ].join('');
}

function caseProperties(check: CheckEvidence): readonly (readonly [string, string])[] {
  const all: (readonly [string, string])[] = [
    ['id', check.id],
    ['contract', check.contract],
    ['source', sourceText(check)],
    ...check.exchanges.map(({ step, requestId }) => [`request-id.${step}`, requestId] as const),
  ];
  return all.filter(([, value]) => value !== '');
}

function properties(indent: string, values: readonly (readonly [string, string])[]): string {
  const rows = values.map(([name, value]) => `${indent}  <property${xmlAttributes({ name, value })}/>\n`);
  return `${indent}<properties>\n${rows.join('')}${indent}</properties>\n`;
}

function outcome({ verdict, reason = '', findings }: CheckEvidence): string {
  if (verdict === 'skipped') return `      <skipped${xmlAttributes({ message: reason })}/>\n`;
  if (verdict === 'broken') return `      <error${xmlAttributes({ message: reason, type: 'broken' })}/>\n`;
  if (verdict === 'passed') return '';
  const [first] = findings;
  const text = findings.map(({ id, message, location }) => `${id}: ${message}\n  at ${location}`).join('\n');
  const attributes = xmlAttributes({ message: first?.message ?? reason, type: first?.id ?? 'failed' });
  return `      <failure${attributes}>${xmlLines(text)}</failure>\n`;
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}
