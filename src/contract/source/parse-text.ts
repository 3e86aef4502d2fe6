import type { Problem } from '../finding.ts';
import type { Json } from '../json.ts';
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
  } catch {
    const asYaml = /\.json$/i.test(file) ? undefined : await parseYaml(text, file);
    return asYaml?.value === undefined ? jsonFailure(text, file) : asYaml;
  }
}

async function parseYaml(text: string, file: string): Promise<Parsed> {
  const { readYaml } = await import('./yaml.ts');
  return { ...readYaml(text, file), syntax: 'yaml' };
}

/** V8 tells the place of some mistakes only. */
async function jsonFailure(text: string, file: string): Promise<Parsed> {
  const { jsonFault } = await import('./scan-json.ts');
  const { message, position } = jsonFault(text, { maxDepth: Number.POSITIVE_INFINITY, strict: false });
  const problem = {
    message: `this is not JSON: ${message}`,
    position: positionOfOffset(text, position, file),
    severity: 'error',
  } as const;
  return { value: undefined, problems: [problem], syntax: 'json' };
}
