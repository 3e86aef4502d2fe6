import type { CheckEvidence } from '../../evidence/types.ts';
import { decisiveExchange, shownRequestId } from '../highlight.ts';
import { splitPromise, writtenPlaces } from '../promise.ts';
import { bodyText, logText, sourceText } from '../transcript.ts';
import type { Words } from '../words.ts';
import { COLOUR, MARK, oneLine, type Paint } from './style.ts';
import { displayWidth, truncate, wrapped } from './width.ts';

const MOST_FINDINGS = 6;
const MOST_LOG_LINES = 5;
const MOST_BODY = 300;
const MOST_IDS = 6;
const INDENT = '    ';

export interface FailureStyle {
  readonly paint: Paint;
  readonly words: Words;
  /** Columns to wrap at; undefined where lines may be of any length. */
  readonly columns: number | undefined;
  readonly evidencePath: string | undefined;
}

type Fact = readonly [name: string, value: string];

/**
 * Everything needed to understand one failed or broken check without opening anything else. `others` are checks that
 * could not be judged for the same reason.
 */
export function failureLines(
  check: CheckEvidence,
  others: readonly CheckEvidence[],
  style: FailureStyle,
): string {
  const { paint } = style;
  const head = `${paint(COLOUR[check.verdict], `${MARK[check.verdict]} ${check.id}`)}  ${oneLine(check.summary)}\n`;
  return head + findingLines(check, style) + factLines(facts(check, others, style), style);
}

/** A check that was not judged for the reason that another one tells. */
export function sameReason(one: CheckEvidence, other: CheckEvidence): boolean {
  const isPlain = one.findings.length + other.findings.length === 0;
  return isPlain && one.verdict === other.verdict && one.reason === other.reason;
}

function findingLines({ findings }: CheckEvidence, { paint, words, columns }: FailureStyle): string {
  const lines = findings.slice(0, MOST_FINDINGS).map(({ id, message }) => {
    const text = oneLine(splitPromise(message).text);
    const [first = '', ...rest] = wrapped(`${text} [${id}]`, columns && columns - INDENT.length - 2);
    return [`${paint('red', MARK.failed)} ${first}`, ...rest.map((line) => `  ${line}`)]
      .map((line) => `${INDENT}${line}\n`)
      .join('')
      .replace(`[${id}]\n`, `${paint('dim', `[${id}]`)}\n`);
  });
  const more = findings.length - MOST_FINDINGS;
  return lines.join('') + (more > 0 ? `${INDENT}  ${paint('dim', words.more(more))}\n` : '');
}

function facts(
  check: CheckEvidence,
  others: readonly CheckEvidence[],
  { words, evidencePath }: FailureStyle,
): readonly Fact[] {
  const exchange = decisiveExchange(check);
  const promises = new Set(check.findings.map(({ message }) => splitPromise(message).promise));
  const places = writtenPlaces(check.findings).slice(0, MOST_FINDINGS);
  const call = exchange ? oneLine(`${exchange.request.url} → ${outcome(check, words)}`) : '';
  const all: readonly Fact[] = [
    [words.reason, oneLine(check.reason ?? '')],
    [words.also, alsoText(others, words)],
    [words.documented, documented(check)],
    ...[...promises].map((promise): Fact => [words.promised, oneLine(promise)]),
    [words.checklist, places.map(oneLine).join(', ')],
    [exchange?.request.method ?? '', call],
    ['X-Request-ID', oneLine(shownRequestId(exchange))],
    ...(exchange?.logs ?? []).slice(-MOST_LOG_LINES).map((line): Fact => [words.log, oneLine(logText(line))]),
    ['→', evidencePath ? `${evidencePath}#${check.id}` : ''],
  ];
  return all.filter(([, value]) => value !== '');
}

function alsoText(others: readonly CheckEvidence[], words: Words): string {
  const shown = others.slice(0, MOST_IDS).map(({ id }) => id);
  const more = others.length - shown.length;
  return [...shown, ...(more > 0 ? [words.more(more)] : [])].join(', ');
}

function documented(check: CheckEvidence): string {
  const place = sourceText(check);
  const expected = check.source?.expected;
  return oneLine([place, expected].filter(Boolean).join(' — '));
}

function outcome(check: CheckEvidence, words: Words): string {
  const response = decisiveExchange(check)?.response;
  if (!response) return words.noResponse;
  const { location } = response.headers;
  // What a redirect says is where it leads.
  const said = bodyText(response.body) || (location === undefined ? '' : `Location: ${location}`);
  return `${response.status} ${truncate(said.slice(0, MOST_BODY * 2), MOST_BODY)}`.trim();
}

/** Names in a column, values beside them; what needs several lines stays in its column. */
function factLines(rows: readonly Fact[], { paint, columns }: FailureStyle): string {
  const width = Math.max(0, ...rows.map(([name]) => displayWidth(name)));
  const behind = `\n${' '.repeat(INDENT.length + width + 2)}`;
  return rows
    .map(([name, value]) => {
      const lines = wrapped(value, columns && columns - INDENT.length - width - 2);
      return `${INDENT}${paint('dim', name + ' '.repeat(width - displayWidth(name)))}  ${lines.join(behind)}\n`;
    })
    .join('');
}
