import type { Facet } from '../schema/facets.ts';
import { compilePattern } from '../schema/patterns.ts';
import { largest, smallest, texts } from './constraints.ts';
import { brief, formatted, word } from './formatted.ts';
import type { Making } from './making.ts';
import type { Random } from './random.ts';

const tries = 40;

/** A text in the bounds that matches the patterns and has the format, as far as drawing again finds one. */
export function makeText(facets: readonly Facet[], { random, textFor }: Making): string {
  const least = largest(facets, 'minLength', 0);
  const most = smallest(facets, 'maxLength', Number.POSITIVE_INFINITY);
  const patterns = texts(facets, 'pattern').filter((pattern) => compilePattern(pattern));
  const name = texts(facets, 'format').find((each) => formatted.has(each)) ?? '';
  const format = formatted.get(name);
  const short = brief.get(name) ?? format;
  if (patterns.length > 0) {
    const others = format === undefined ? [] : [() => format(random)];
    return matching(patterns, least, most, others, (pattern) => textFor(pattern, random));
  }
  if (format && short) {
    const accepts = (text: string) => fits(text, least, most);
    const text = drawn(() => format(random), accepts);
    return accepts(text) ? text : drawn(() => short(random), accepts);
  }
  return words(least, most, random);
}

function matching(
  patterns: readonly string[],
  least: number,
  most: number,
  others: readonly (() => string)[],
  textFor: (pattern: string) => string,
): string {
  const accepts = (text: string) =>
    fits(text, least, most) && patterns.every((pattern) => compilePattern(pattern)?.test(text));
  const candidates = [
    ...others,
    ...patterns.flatMap((pattern) => [
      () => textFor(pattern),
      () => textFor(lengthened(pattern, least, most)),
      () => repeated(textFor(pattern), least, most),
    ]),
  ];
  let text = '';
  for (let attempt = 0; attempt < tries; attempt += 1) {
    text = candidates[attempt % candidates.length]?.() ?? text;
    if (accepts(text)) return text;
  }
  return text;
}

/** `+` and `*` after the last class, made as long as the bounds ask: `^[a-z]+$` with `minLength: 20` → `^[a-z]{20,…}$`. */
function lengthened(pattern: string, least: number, most: number): string {
  const upper = Number.isFinite(most) ? most : least + 10;
  return pattern.replace(/(\]|\\[wd])(?:[+*]|\{\d+,\})(?=\$?$)/, `$1{${Math.min(least, upper)},${upper}}`);
}

function repeated(text: string, least: number, most: number): string {
  if (text === '') return text;
  return text.repeat(Math.max(1, Math.ceil(least / text.length))).slice(0, most);
}

function drawn(draw: () => string, accepts: (text: string) => boolean): string {
  let text = draw();
  for (let attempt = 1; attempt < tries && !accepts(text); attempt += 1) text = draw();
  return text;
}

/** JSON Schema counts characters, JavaScript UTF-16 units; our texts are ASCII unless a pattern wants more. */
function fits(text: string, least: number, most: number): boolean {
  const { length } = [...text];
  return length >= least && length <= most;
}

/** One or two words, more where the text has to be longer. Never ends in a space. */
function words(least: number, most: number, random: Random): string {
  let text = random.chance(0.5) ? word(random) : `${word(random)} ${word(random)}`;
  while (text.length < least) text += ` ${word(random)}`;
  const cut = text.length <= most ? text : text.slice(0, most);
  return cut.endsWith(' ') ? `${cut.slice(0, -1)}s` : cut;
}
