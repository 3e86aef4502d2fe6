import type { CheckEvidence } from '../evidence/types.ts';
import { evidenceIn } from './in-language.ts';
import type { Report, ReportOptions } from './types.ts';
import { wordsOf } from './words.ts';

/** GitHub workflow commands: `::error` for each failed or broken check, a `::notice` with the counts at the end. */
export const githubAnnotations: Report = async function* (found, options) {
  const { info, summary, checks } = evidenceIn(options.language, found);
  const words = wordsOf(options.language);
  for await (const check of checks()) {
    if (check.verdict === 'failed' || check.verdict === 'broken') yield annotation(check, options);
  }
  if (info.interrupted) yield command('warning', {}, words.interrupted);
  const { passed, failed, skipped, broken } = summary;
  const counts = words.passedOf(passed, passed + failed + skipped + broken);
  yield command(
    'notice',
    { title: 'sverka' },
    `${counts} (${info.target}, ${words.time(summary.durationMs)})`,
  );
};

function annotation(check: CheckEvidence, { positionOf }: ReportOptions): string {
  const position = positionOf?.(check) ?? writtenPosition(check);
  const findings = check.findings.map(({ id, message }) => `${id}: ${message}`);
  const requestIds = check.exchanges.map(({ requestId }) => requestId).slice(-1);
  const lines = [
    ...(check.reason ? [check.reason] : []),
    ...findings,
    ...requestIds.map((id) => `X-Request-ID: ${id}`),
  ];
  return command('error', { ...position, title: `${check.id}: ${check.summary}` }, lines.join('\n'));
}

/** A finding may name its place as `file:line:column`. */
function writtenPosition({ findings }: CheckEvidence): Record<string, string> {
  for (const { location } of findings) {
    const [, file, line, column] = /^([^:$#]+):(\d+):(\d+)$/.exec(location) ?? [];
    if (file && line && column) return { file, line, col: column };
  }
  return {};
}

/** `::error file=…,line=…,col=…,title=…::message`; GitHub calls a column `col`. */
function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const written = Object.entries(properties).map(([key, value]) => {
    const name = key === 'column' ? 'col' : key;
    return `${name}=${escapeProperty(String(value))}`;
  });
  return `::${name}${written.length > 0 ? ' ' : ''}${written.join(',')}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
