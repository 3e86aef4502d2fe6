import type { GateFinding, GateVerdict, JudgedPart } from '../../gate/verdict.ts';
import { oneLine, type Paint } from '../../reports/terminal/style.ts';
import type { GateWords } from './words.ts';

const marks = { passed: '✔', failed: '✖', broken: '!', skipped: '↷' } as const;
const colours = { passed: 'green', failed: 'red', broken: 'magenta', skipped: 'yellow' } as const;

const most = 20;

/** What to read last: the findings of each part, then one line a part with its verdict and what to do. */
export function printVerdict(
  { parts }: GateVerdict,
  words: GateWords,
  paint: Paint,
  write: (text: string) => void,
): void {
  for (const part of parts.filter(({ findings }) => findings.length > 0))
    printFindings(part, words, paint, write);
  write('\n');
  const width = Math.max(...parts.map(({ name }) => words.part[name].length));
  for (const part of parts) {
    const { name, verdict, advice } = part;
    const head = `${paint(colours[verdict], marks[verdict])} ${paint('bold', words.part[name].padEnd(width))}`;
    write(`${head}  ${countsOf(part, words)}${advice ? paint('dim', `  → ${oneLine(advice)}`) : ''}\n`);
    for (const note of part.notes ?? []) write(paint('dim', `${' '.repeat(width + 4)}${oneLine(note)}\n`));
  }
}

function printFindings(
  { name, findings }: JudgedPart,
  words: GateWords,
  paint: Paint,
  write: (text: string) => void,
): void {
  write(`\n${paint('bold', words.part[name])}\n`);
  for (const finding of findings.slice(0, most)) write(line(finding, paint));
  if (findings.length > most) write(paint('dim', `  ${words.more(findings.length - most)}\n`));
}

function line({ id, message, location }: GateFinding, paint: Paint): string {
  return `  ${paint('red', '✖')} ${oneLine(message)}\n    ${location}  ${paint('dim', id)}\n`;
}

/** `3 findings, 1 waived; 8 contracts`. */
export function countsOf(
  { verdict, findings, waived, seen }: JudgedPart,
  { verdict: verdicts, ...words }: GateWords,
): string {
  const judged = verdict === 'failed' ? [words.found(findings.length)] : [];
  const excused = waived > 0 ? [words.waived(waived)] : [];
  const found = verdict === 'broken' || verdict === 'skipped' ? [verdicts[verdict]] : [...judged, ...excused];
  return [found.join(', '), seen].filter((text) => text !== '').join('; ');
}
