import type { CheckEvidence } from '../../evidence/types.ts';
import { decisiveExchange, shownRequestId } from '../highlight.ts';
import { bodyText, logText, sourceText } from '../transcript.ts';
import type { Words } from '../words.ts';
import { COLOUR, MARK, oneLine, type Paint } from './style.ts';
import { displayWidth, truncate } from './width.ts';

const MOST_LOG_LINES = 5;
const MOST_BODY = 300;

/** Everything needed to understand one failed or broken check without opening anything else. */
export function failureLines(
  check: CheckEvidence,
  paint: Paint,
  words: Words,
  evidencePath?: string,
): string {
  const exchange = decisiveExchange(check);
  const facts: readonly (readonly [string, string])[] = [
    [words.reason, oneLine(check.reason ?? '')],
    ...check.findings.flatMap(({ id, message }) => [
      ['✖', `${oneLine(message)} ${paint('dim', `[${id}]`)}`] as const,
    ]),
    [words.documented, documented(check)],
    [
      exchange?.request.method ?? '',
      exchange ? oneLine(`${exchange.request.url} → ${outcome(check, words)}`) : '',
    ],
    ['X-Request-ID', oneLine(shownRequestId(exchange))],
    ...(exchange?.logs ?? [])
      .slice(-MOST_LOG_LINES)
      .map((line) => [words.log, oneLine(logText(line))] as const),
    ['→', evidencePath ? `${evidencePath}#${check.id}` : ''],
  ];
  const head = `${paint(COLOUR[check.verdict], `${MARK[check.verdict]} ${check.id}`)}  ${oneLine(check.summary)}\n`;
  return (
    head +
    aligned(
      facts.filter(([, value]) => value !== ''),
      paint,
    )
  );
}

function documented(check: CheckEvidence): string {
  const place = sourceText(check);
  const expected = check.source?.expected;
  return oneLine([place, expected].filter(Boolean).join(' — '));
}

function outcome(check: CheckEvidence, words: Words): string {
  const response = decisiveExchange(check)?.response;
  if (!response) return words.noResponse;
  return `${response.status} ${truncate(bodyText(response.body).slice(0, MOST_BODY * 2), MOST_BODY)}`.trim();
}

function aligned(facts: readonly (readonly [string, string])[], paint: Paint): string {
  const width = Math.max(0, ...facts.map(([name]) => displayWidth(name)));
  return facts
    .map(([name, value]) => `    ${paint('dim', name + ' '.repeat(width - displayWidth(name)))}  ${value}\n`)
    .join('');
}
