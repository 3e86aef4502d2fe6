import { checksIn } from '../../evidence/summary.ts';
import type { Evidence, Verdict } from '../../evidence/types.ts';
import { SIGN, type Words } from '../words.ts';
import { documentCell, plainCell, tableRow } from './text.ts';

const VERDICTS: readonly Verdict[] = ['passed', 'failed', 'skipped', 'broken'];

/** The verdict in one line, then target, time and duration. */
export function* summaryLines({ info, summary }: Evidence, words: Words): Iterable<string> {
  const all = checksIn(summary);
  const counts = VERDICTS.filter((verdict) => summary[verdict] > 0).map(
    (verdict) => `${SIGN[verdict]} ${summary[verdict]} ${words.verdict[verdict]}`,
  );
  yield `**${all === 0 ? words.nothingRan : words.passedOf(summary.passed, all)}**\n\n`;
  if (all > 0) yield `${counts.join(' · ')}\n\n`;
  if (info.interrupted) yield `> ⚠️ ${words.interrupted}\n\n`;
  yield tableRow([words.target, words.started, words.duration]);
  yield tableRow(['---', '---', '---']);
  yield tableRow([plainCell(info.target), info.startedAt, words.time(summary.durationMs)]);
}

/** A document's heading: paths in it (`/register`) are code, as they are in the document. */
export function heading(text: string): string {
  const withCode = text.includes('`') ? text : text.replaceAll(/(?<=^|\s)((?:[A-Z]+ )?\/\S*)/g, '`$1`');
  return documentCell(withCode);
}
