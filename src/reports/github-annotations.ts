import { formatPosition } from '../contract/finding.ts';
import { checksIn, isBad } from '../evidence/summary.ts';
import type { CheckEvidence } from '../evidence/types.ts';
import { annotation } from './github-command.ts';
import { decisiveExchange, shownRequestId } from './highlight.ts';
import { evidenceIn } from './in-language.ts';
import { writtenPlaces } from './promise.ts';
import type { Report, ReportOptions } from './types.ts';
import { wordsOf } from './words.ts';

/** GitHub workflow commands: `::error` for each failed or broken check, a `::notice` with the counts at the end. */
export const githubAnnotations: Report = async function* (found, options) {
  const { info, summary, checks } = evidenceIn(options.language, found);
  const words = wordsOf(options.language);
  for await (const check of checks()) if (isBad(check)) yield annotationOf(check, options);
  if (info.interrupted) yield annotation('warning', words.interrupted, {});
  const counts = words.passedOf(summary.passed, checksIn(summary));
  const text = `${counts} (${info.target}, ${words.time(summary.durationMs)})`;
  yield annotation('notice', text, { title: 'sverka' });
};

function annotationOf(check: CheckEvidence, { positionOf }: ReportOptions): string {
  const [criterion] = writtenPlaces(check.findings);
  const position = positionOf?.(check);
  const requestId = shownRequestId(decisiveExchange(check));
  const lines = [
    check.reason,
    ...check.findings.map(({ id, message }) => `${id}: ${message}`),
    requestId && `X-Request-ID: ${requestId}`,
  ];
  return annotation('error', lines.filter(Boolean).join('\n'), {
    title: `${check.id}: ${check.summary}`,
    location: criterion ?? (position && formatPosition(position)),
  });
}
