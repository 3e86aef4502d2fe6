import { styleText } from 'node:util';
import type { Verdict } from '../../evidence/types.ts';

/** Where the terminal report writes: a TTY, a pipe or a test's buffer. */
export interface TerminalStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export type Environment = Readonly<Record<string, string | undefined>>;
type Format = Parameters<typeof styleText>[0];

export type Paint = (format: Format, text: string) => string;

/** True when lines may be redrawn in place: a person looks at it. */
export function isLive({ isTTY }: TerminalStream, env: Environment): boolean {
  return isTTY === true && !env.CI && env.TERM !== 'dumb';
}

/** Colours on a TTY, unless NO_COLOR (https://no-color.org) says no; elsewhere only when FORCE_COLOR says yes. */
export function createPaint({ isTTY }: TerminalStream, env: Environment): Paint {
  const wanted = env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : isTTY === true && env.TERM !== 'dumb';
  if (env.NO_COLOR || !wanted) return (_, text) => text;
  return (format, text) => styleText(format, text, { validateStream: false });
}

export const MARK: Readonly<Record<Verdict, string>> = {
  passed: '✔',
  failed: '✖',
  skipped: '↷',
  broken: '!',
};
export const COLOUR = {
  passed: 'green',
  failed: 'red',
  skipped: 'yellow',
  broken: 'magenta',
} as const satisfies Record<Verdict, Format>;

/**
 * What a server or document said, on one line, and without anything that could steer the terminal, change the order of
 * what is read (UAX 9), or be a command of GitHub Actions: `::…::` where a line begins, `##[…]` anywhere in it.
 */
export function oneLine(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Control}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
    .replaceAll('##[', '#\ufffd[')
    .trim()
    .replace(/^::/, '\ufffd:');
}

/** The same for a text of several lines, which keep their indentation. */
export function eachLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\S.*$/s, oneLine))
    .join('\n');
}
