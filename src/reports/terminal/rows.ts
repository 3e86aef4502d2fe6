import type { CheckEvidence, Verdict } from '../../evidence/types.ts';
import { decisiveExchange } from '../highlight.ts';
import { sectionKey, sectionOf } from '../sections.ts';
import type { Words } from '../words.ts';
import { COLOUR, MARK, oneLine, type Paint } from './style.ts';
import { displayWidth, inColumns } from './width.ts';

/** With more checks than these, a checklist in which all is well is one line. */
const MOST_ROWS = 200;
const WIDEST = 120;

/** What the table needs of a check; the rest is in the evidence. */
export interface Row {
  readonly id: string;
  readonly checklist: string;
  readonly section: string;
  readonly heading: string;
  readonly text: string;
  readonly verdict: Verdict;
  readonly status: string;
  readonly durationMs: number;
  readonly reason: string;
}

export function toRow(check: CheckEvidence): Row {
  const { title, part, checklist } = sectionOf(check);
  return {
    id: check.id,
    checklist,
    section: sectionKey(check),
    heading: [...(title === checklist ? [] : [checklist]), title, part].filter(Boolean).join(' › '),
    text: oneLine(check.summary || check.description || check.id).replaceAll('`', ''),
    verdict: check.verdict,
    status: String(decisiveExchange(check)?.response?.status ?? ''),
    durationMs: check.durationMs,
    reason: check.reason ?? '',
  };
}

/** A table for each section, in the order of the rows. */
export function* tables(rows: readonly Row[], columns: number, paint: Paint, words: Words): Iterable<string> {
  const line = (row: Row) => tableLine(row, columns, paint, words);
  if (rows.length <= MOST_ROWS) {
    for (const section of Map.groupBy(rows, (row) => row.section).values())
      yield* table(section, paint, line);
    return;
  }
  for (const [checklist, all] of Map.groupBy(rows, (row) => row.checklist)) {
    const passed = all.filter(({ verdict }) => verdict === 'passed').length;
    const mark = passed === all.length ? `${paint('green', MARK.passed)} ` : '';
    const count = paint('dim', `${passed} ${words.verdict.passed}`);
    yield `${mark === '' ? '\n' : ''}${mark}${paint('bold', checklist)}  ${count}\n`;
    const others = all.filter(({ verdict }) => verdict !== 'passed');
    for (const section of Map.groupBy(others, (row) => row.section).values())
      yield* table(section, paint, line);
  }
}

function* table(rows: readonly Row[], paint: Paint, line: (row: Row) => string): Iterable<string> {
  yield `\n${paint('bold', rows[0]?.heading ?? '')}\n`;
  for (const row of rows) yield line(row);
}

function tableLine(row: Row, columns: number, paint: Paint, words: Words): string {
  const time = words.time(row.durationMs).padStart(9);
  const end = `${row.status.padStart(5)}${time}`;
  const width = Math.min(columns, WIDEST) - 5 - displayWidth(end);
  const mark = paint(COLOUR[row.verdict], MARK[row.verdict]);
  const text = inColumns(row.text, Math.max(10, width));
  const line = `  ${mark} ${row.verdict === 'passed' ? text : paint(COLOUR[row.verdict], text)}${paint('dim', end)}\n`;
  return row.verdict === 'skipped' ? `${line}      ${paint('dim', oneLine(row.reason))}\n` : line;
}
