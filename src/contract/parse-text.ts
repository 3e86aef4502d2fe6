import type { Position, Problem } from './finding.ts';
import type { Json } from './json.ts';
import { positionOfOffset } from './positions.ts';

/** What a text says, and what is wrong with how it says it. No value: it could not be read at all. */
export interface Parsed {
  readonly value: Json | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads JSON or YAML 1.2 (core schema with merge keys: dates stay strings, `on` and `yes` too).
 * A text that starts like JSON is tried as JSON first, which is ten times as fast; YAML's flow style catches the rest.
 */
export async function parseText(text: string, file: string): Promise<Parsed> {
  if (!/^\s*[[{]/.test(text)) return parseYaml(text, file);
  try {
    return { value: JSON.parse(text), problems: [] };
  } catch (error) {
    const asYaml = /\.json$/i.test(file) ? undefined : await parseYaml(text, file);
    return asYaml?.value === undefined ? jsonFailure(error, text, file) : asYaml;
  }
}

async function parseYaml(text: string, file: string): Promise<Parsed> {
  const { readYaml } = await import('./yaml.ts');
  return readYaml(text, file);
}

/** V8 words a JSON error as `… in JSON at position 12 (line 2 column 3)`, or without a position at the text's end. */
function jsonFailure(error: unknown, text: string, file: string): Parsed {
  const message = error instanceof Error ? error.message : String(error);
  const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? text.length);
  const position: Position = positionOfOffset(text, offset, file);
  const reason = message
    .replace(/,? ?("[\s\S]*" )?(is not valid JSON|in JSON at position.*|\(line.*)$/, '')
    .trim();
  return {
    value: undefined,
    problems: [{ message: `this is not JSON: ${reason}`, position, severity: 'error' }],
  };
}
