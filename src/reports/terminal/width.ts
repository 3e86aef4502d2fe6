let segmenter: Intl.Segmenter | undefined;

/** Made when the first text needs it: that takes longer than to print a table without it. */
function graphemes(text: string): Iterable<Intl.SegmentData> {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** What terminals draw two columns wide: emoji in colour, and the wide scripts of East Asia (UAX 11). */
const WIDE =
  /^(?:\p{Emoji_Presentation}|.\u{fe0f}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u{3000}-\u{303e}\u{ff01}-\u{ff60}\u{ffe0}-\u{ffe6}])/u;
const INVISIBLE = /^[\p{Mark}\p{Format}]+$/u;

/** Columns that a text without control sequences takes on a terminal. */
export function displayWidth(text: string): number {
  // Latin and Cyrillic, nearly every text here, need no segmenter.
  if (/^[\u{20}-\u{7e}\u{a0}-\u{2ff}\u{400}-\u{482}\u{48a}-\u{52f}]*$/u.test(text)) return text.length;
  return [...graphemes(text)].reduce((width, { segment }) => width + columnsOf(segment), 0);
}

/** The text, cut with `…` to at most so many columns. */
export function truncate(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = '';
  let width = 1;
  for (const { segment } of graphemes(text)) {
    width += columnsOf(segment);
    if (width > columns) break;
    kept += segment;
  }
  return columns > 0 ? `${kept.trimEnd()}…` : '';
}

/** The text in exactly so many columns: cut, or filled with spaces behind. */
export function inColumns(text: string, columns: number): string {
  const short = truncate(text, columns);
  return short + ' '.repeat(Math.max(0, columns - displayWidth(short)));
}

function columnsOf(grapheme: string): number {
  if (INVISIBLE.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}

/**
 * The text in lines of at most so many columns, broken between words, and in words that are longer. An address stays
 * whole, whatever its length: so it can be clicked and copied. Without a number of columns it is one line.
 */
export function wrapped(text: string, columns: number | undefined): readonly string[] {
  if (columns === undefined || displayWidth(text) <= columns) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= columns) line = longer;
    else if (/^https?:/.test(word) || displayWidth(word) <= columns) {
      if (line !== '') lines.push(line);
      line = word;
    } else {
      const pieces = broken(longer, columns);
      lines.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? '';
    }
  }
  return [...lines, line];
}

/** Cut wherever a line is full. */
function broken(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const { segment } of graphemes(text)) {
    if (line !== '' && displayWidth(line) + columnsOf(segment) > columns) {
      lines.push(line);
      line = '';
    }
    line += segment;
  }
  return [...lines, line];
}
