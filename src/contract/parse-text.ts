import type { Problem } from './finding.ts';
import type { Json } from './json.ts';
import { positionOfOffset } from './positions.ts';

/** What a text says, and what is wrong with how it says it. No value: it could not be read at all. */
export interface Parsed {
  readonly value: Json | undefined;
  readonly problems: readonly Problem[];
  readonly syntax: Syntax;
}

export type Syntax = 'json' | 'yaml';

/**
 * Reads JSON or YAML 1.2 (core schema with merge keys: dates stay strings, `on` and `yes` too).
 * A text that starts like JSON is tried as JSON first, which is ten times as fast; YAML's flow style catches the rest.
 */
export async function parseText(text: string, file: string): Promise<Parsed> {
  if (!/^\s*[[{]/.test(text)) return parseYaml(text, file);
  try {
    return { value: JSON.parse(text), problems: [], syntax: 'json' };
  } catch (error) {
    const asYaml = /\.json$/i.test(file) ? undefined : await parseYaml(text, file);
    return asYaml?.value === undefined ? jsonFailure(error, text, file) : asYaml;
  }
}

async function parseYaml(text: string, file: string): Promise<Parsed> {
  const { readYaml } = await import('./yaml.ts');
  return { ...readYaml(text, file), syntax: 'yaml' };
}

/** V8 words a JSON error as `… in JSON at position 12 (…)`, or with an excerpt and no position. */
async function jsonFailure(error: unknown, text: string, file: string): Promise<Parsed> {
  const words = error instanceof Error ? error.message : String(error);
  const { jsonErrorOffset } = await import('./json-error.ts');
  const offset = Number(/at position (\d+)/.exec(words)?.[1] ?? jsonErrorOffset(text));
  const reason = words.replace(/,? (?:\.{3})?"[\s\S]*" is not valid JSON$| in JSON at position[\s\S]*$/, '');
  const message = `this is not JSON: ${reason}`;
  const position = positionOfOffset(text, offset, file);
  return { value: undefined, problems: [{ message, position, severity: 'error' }], syntax: 'json' };
}
