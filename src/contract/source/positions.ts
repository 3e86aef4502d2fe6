import type { Position } from '../finding.ts';

/** Line and column, from 1, of an offset in a text. */
export function positionOfOffset(text: string, offset: number, file: string): Position {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { file, line: countBreaks(before) + 1, column: offset - lastBreak };
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
