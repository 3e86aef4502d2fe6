import { shortened } from '../transcript.ts';

const LONGEST_CELL = 160;

/** Text of a document inside a table: its own Markdown stays, cell borders and line ends do not. */
export function documentCell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\r?\n\s*/g, ' ')
    .trim();
}

/** Text of a server or tool inside a table: shown letter by letter, whatever Markdown or HTML it may look like. */
export function plainCell(text: string): string {
  return documentCell(text.replaceAll(/[\\`*_{}[\]<>#~]/g, '\\$&'));
}

/** A code span in a table, cut after 160 characters; the fence is longer than any run of backticks inside. */
export function codeCell(text: string): string {
  if (text === '') return '';
  const short = shortened(text, LONGEST_CELL);
  const longestRun = Math.max(0, ...(short.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const padding = longestRun > 0 ? ' ' : '';
  return documentCell(`${fence}${padding}${short}${padding}${fence}`);
}

/** One line of a table. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}
