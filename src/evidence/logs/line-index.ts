import type { LogLine } from '../types.ts';
import { parseLine } from './parse-line.ts';

/** What is kept at most: a busy server must not fill the memory of a long run. */
const MOST_LINES = 50_000;
/** A value in more lines than these is a host name or a version rather than a request id. */
const MOST_LINES_OF_ONE_ID = 1_000;

interface KeptLine extends Omit<LogLine, 'requestId'> {
  readonly values: readonly string[];
}

/** Recent log lines, found by request id without looking at the others. */
export interface LineIndex {
  add(line: string, file: string): void;
  find(requestId: string): readonly LogLine[];
}

export function createLineIndex(mostLines = MOST_LINES): LineIndex {
  const kept = new Set<KeptLine>();
  const byValue = new Map<string, KeptLine[]>();

  const index = (line: KeptLine, value: string) => {
    const lines = byValue.get(value);
    if (!lines) byValue.set(value, [line]);
    else if (lines.length < MOST_LINES_OF_ONE_ID) lines.push(line);
  };
  const forget = (line: KeptLine) => {
    kept.delete(line);
    for (const value of line.values) {
      const lines = byValue.get(value);
      if (lines?.[0] === line) lines.shift();
      if (lines?.length === 0) byValue.delete(value);
    }
  };

  return {
    add(text, source) {
      if (text.trim() === '') return;
      const line = { ...parseLine(text), file: source };
      kept.add(line);
      for (const value of line.values) index(line, value);
      const [oldest] = kept.size > mostLines ? kept : [];
      if (oldest) forget(oldest);
    },
    find(requestId) {
      const lines = byValue.get(requestId) ?? [];
      return lines.map(({ time, level, message, file }) => ({ time, level, message, requestId, file }));
    },
  };
}
