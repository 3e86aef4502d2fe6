import { Mistake } from './mistake.ts';

/**
 * Where an expression may stop. `whole`: the text is one expression, names may hold any character
 * (`name = *( CHAR )` in the specification's ABNF). `condition`: it stands among operators, which end a name.
 */
export type Setting = 'whole' | 'condition';

/** A place in a text, moved forward by what is read. */
export interface Scanner {
  readonly text: string;
  readonly setting: Setting;
  at: number;
}

/** Reads what a sticky pattern matches here and moves behind it; undefined when it does not match. */
export function take(scanner: Scanner, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = scanner.at;
  const match = pattern.exec(scanner.text);
  if (!match) return undefined;
  scanner.at += match[0].length;
  return match;
}

/** As `take`, but a mismatch is a mistake: `expected <what>`. Returns the matched text. */
export function need(scanner: Scanner, pattern: RegExp, what: string): string {
  const match = take(scanner, pattern);
  if (!match) throw new Mistake(`expected ${what}${found(scanner)}`, scanner.at);
  return match[0];
}

/** `, found "x"`, for messages. */
export function found({ text, at }: Scanner): string {
  return at < text.length ? `, found "${text.slice(at, at + 12)}"` : ', found the end';
}
